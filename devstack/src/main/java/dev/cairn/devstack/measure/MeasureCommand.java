package dev.cairn.devstack.measure;

import dev.cairn.devstack.Component;
import dev.cairn.devstack.Devstack;
import dev.cairn.devstack.Mode;
import dev.cairn.devstack.console.Arguments;
import dev.cairn.devstack.process.Await;
import dev.cairn.devstack.process.Memory;
import dev.cairn.devstack.service.ServiceOptions;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** {@code measure NAME…}: starts native executables a few times and notes what they take. */
public final class MeasureCommand {

    private static final int STARTS = 5;
    private static final Duration IDLE = Duration.ofSeconds(10);

    private final Arguments arguments;
    private final Starts starts = new Starts();
    private final Devstack devstack;

    private MeasureCommand(Arguments arguments) {
        this.arguments = arguments;
        this.devstack =
                Devstack.at(
                        arguments.state(),
                        Mode.DISPOSABLE,
                        starts,
                        new ServiceOptions(arguments.repository(), true, Map.of()));
    }

    public static int run(Arguments arguments, PrintStream out) {
        List<Component> services = arguments.words().stream().map(Component::named).toList();
        new MeasureCommand(arguments).measure(services, out);
        return 0;
    }

    private void measure(List<Component> services, PrintStream out) {
        NativeReport report = NativeReport.of(arguments.repository());
        try {
            devstack.start(Component.INFRASTRUCTURE);
            for (Component service : services) {
                measure(service, report);
                out.printf(
                        "%s is measured; the figures are in %s%n", service.label(), report.path());
            }
        } finally {
            devstack.stop();
        }
    }

    private void measure(Component service, NativeReport report) {
        BuildStats build = BuildStats.of(target(service));
        devstack.start(service); // the first start also migrates, which is not what is measured
        starts.observe(service);
        for (int count = 0; count < STARTS; count++) {
            devstack.stop(List.of(service));
            devstack.start(service);
        }
        Await.until(IDLE, () -> false);
        long idle = devstack.child(service).map(Memory::residentMegabytes).orElse(0L);
        long own = devstack.child(service).map(Memory::anonymousMegabytes).orElse(0L);
        devstack.stop(List.of(service));
        report.change(
                service,
                measured ->
                        measured.put("buildSeconds", build.seconds())
                                .put("binaryBytes", build.bytes())
                                .put("processor", build.processor())
                                .put("optimisation", build.optimisation())
                                .put("firstAnswerMillis", starts.medianMillis())
                                .put("megabytesIdle", idle)
                                .put("anonymousMegabytesIdle", own));
    }

    private Path target(Component service) {
        return arguments.repository().resolve(service.label() + "-service").resolve("target");
    }
}
