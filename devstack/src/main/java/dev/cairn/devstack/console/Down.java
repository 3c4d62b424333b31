package dev.cairn.devstack.console;

import dev.cairn.devstack.Component;
import dev.cairn.devstack.Devstack;
import java.io.PrintStream;
import java.util.List;

/** Stops what was started in this state, and nothing else. */
public final class Down {

    private Down() {}

    public static int run(Arguments arguments, PrintStream out) {
        Devstack devstack = arguments.devstack(new ConsoleProgress(out));
        List<Component> started =
                arguments.components().stream()
                        .filter(component -> devstack.child(component).isPresent())
                        .toList();
        if (started.isEmpty()) {
            out.println("Nothing runs that was started in " + arguments.state() + ".");
        }
        devstack.stop(arguments.components());
        return 0;
    }
}
