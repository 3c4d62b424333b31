package dev.cairn.devstack.console;

import dev.cairn.devstack.Component;
import dev.cairn.devstack.Devstack;
import dev.cairn.devstack.process.LogTail;
import dev.cairn.devstack.process.Progress;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Shows the last lines of the logs. */
public final class Logs {

    private static final int LINES_OF_ONE = 200;
    private static final int LINES_OF_EACH = 15;

    private Logs() {}

    public static int run(Arguments arguments, PrintStream out) {
        Devstack devstack = arguments.devstack(Progress.SILENT);
        int lines = arguments.words().size() == 1 ? LINES_OF_ONE : LINES_OF_EACH;
        for (Component component : arguments.components()) {
            Path log = devstack.log(component);
            if (Files.exists(log)) {
                out.println("== " + log);
                LogTail.of(log, lines).forEach(out::println);
            }
        }
        return 0;
    }
}
