package dev.cairn.devstack.replay;

import dev.cairn.devstack.Component;
import dev.cairn.devstack.Devstack;
import dev.cairn.devstack.Mode;
import dev.cairn.devstack.Platform;
import dev.cairn.devstack.console.Arguments;
import dev.cairn.devstack.console.ConsoleProgress;
import dev.cairn.devstack.service.ServiceOptions;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** {@code replay FILE FORMAT}: a platform of its own, the file, the result. */
public final class ReplayCommand {

    private static final List<Component> ALL = List.of(Component.values());

    private ReplayCommand() {}

    public static int run(Arguments arguments, PrintStream out) {
        ReplayOptions options = ReplayOptions.of(arguments);
        Devstack devstack = devstack(arguments, options, out);
        if (options.fresh()) {
            devstack.forget();
        }
        List<Component> missing =
                ALL.stream().filter(component -> devstack.child(component).isEmpty()).toList();
        out.println(
                "Replaying "
                        + options.file()
                        + "; the platform's state is in "
                        + options.state()
                        + ".");
        try {
            Platform platform = devstack.start(ALL);
            boolean holds =
                    new Replay(platform, out)
                            .play(
                                    options.file(),
                                    options.format(),
                                    options.shuffle(),
                                    options.output());
            return holds ? 0 : 1;
        } finally {
            devstack.stop(missing);
        }
    }

    private static Devstack devstack(Arguments arguments, ReplayOptions options, PrintStream out) {
        String start = firstDay(options).atStartOfDay(Matching.ZONE).toInstant().toString();
        return Devstack.at(
                options.state(),
                Mode.DURABLE,
                new ConsoleProgress(out),
                ServiceOptions.of(arguments.repository()).with(Map.of("CAIRN_CLOCK_START", start)));
    }

    private static LocalDate firstDay(ReplayOptions options) {
        AtomicReference<LocalDate> first = new AtomicReference<>();
        options.format()
                .read(options.file(), row -> first.compareAndSet(null, row.at().toLocalDate()));
        return first.get();
    }
}
