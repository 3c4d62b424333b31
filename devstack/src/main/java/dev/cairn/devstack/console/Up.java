package dev.cairn.devstack.console;

import dev.cairn.devstack.Devstack;
import java.io.PrintStream;
import java.nio.file.Files;

/** Starts the platform in the background. */
public final class Up {

    private Up() {}

    public static int run(Arguments arguments, PrintStream out) {
        out.println("Starting the platform; its state is in " + arguments.state() + ".");
        if (!Files.exists(arguments.repository().resolve(".cairn").resolve("cache"))) {
            out.println("The first start unpacks and prepares everything: about a minute longer.");
        }
        Devstack devstack = arguments.devstack(new ConsoleProgress(out));
        devstack.start(arguments.components());
        return 0;
    }
}
