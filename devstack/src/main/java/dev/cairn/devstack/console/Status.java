package dev.cairn.devstack.console;

import dev.cairn.devstack.Component;
import dev.cairn.devstack.Devstack;
import dev.cairn.devstack.process.Child;
import dev.cairn.devstack.process.Memory;
import dev.cairn.devstack.process.Progress;
import java.io.PrintStream;
import java.util.Optional;

/** Shows what runs; the exit code is 0 only when all of it does its work. */
public final class Status {

    private static final String ROW = "%-9s  %-13s  %8s  %7s  %s%n";

    private Status() {}

    public static int run(Arguments arguments, PrintStream out) {
        Devstack devstack = arguments.devstack(Progress.SILENT);
        out.printf(ROW, "NAME", "STATE", "PID", "MEMORY", "ADDRESS");
        int exitCode = 0;
        for (Component component : arguments.components()) {
            String state = state(devstack, component);
            Optional<Child> child = devstack.child(component);
            out.printf(
                    ROW,
                    component.label(),
                    state,
                    child.map(c -> Long.toString(c.pid())).orElse(""),
                    child.map(c -> Memory.megabytes(c) + " MB").orElse(""),
                    child.flatMap(c -> devstack.address(component)).orElse(""));
            exitCode = state.equals("running") ? exitCode : 1;
        }
        return exitCode;
    }

    private static String state(Devstack devstack, Component component) {
        if (devstack.isHealthy(component)) {
            return "running";
        }
        if (devstack.child(component).isPresent()) {
            return "not answering";
        }
        return devstack.hasCrashed(component) ? "crashed" : "stopped";
    }
}
