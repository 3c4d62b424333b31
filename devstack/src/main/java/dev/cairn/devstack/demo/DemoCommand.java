package dev.cairn.devstack.demo;

import dev.cairn.devstack.Component;
import dev.cairn.devstack.Devstack;
import dev.cairn.devstack.Mode;
import dev.cairn.devstack.Platform;
import dev.cairn.devstack.client.Json;
import dev.cairn.devstack.console.Arguments;
import dev.cairn.devstack.console.ConsoleProgress;
import dev.cairn.devstack.keycloak.Keycloak;
import dev.cairn.devstack.measure.NativeReport;
import dev.cairn.devstack.process.Memory;
import dev.cairn.devstack.service.ServiceOptions;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code demo}: an empty platform, some virtual months, a report; everything stays running. */
public final class DemoCommand {

    private static final List<Component> ALL = List.of(Component.values());

    private DemoCommand() {}

    public static int run(Arguments arguments, PrintStream out) {
        DemoOptions options = DemoOptions.of(arguments, System.getenv());
        long started = System.nanoTime();
        out.println("Starting an empty platform; its state is in " + arguments.state() + ".");
        Devstack devstack = devstack(arguments, options, out);
        devstack.forget();
        Platform platform = devstack.start(ALL);
        Duration start = since(started);

        out.printf(
                "%nPlaying %d members for %d days, seed %d.%n",
                options.members(), options.days(), options.seed());
        Demo demo = new Demo(platform, out, System.console() != null);
        Map<String, Object> report =
                demo.run(options, start, () -> memory(devstack), () -> since(started));
        if (ServiceOptions.of(arguments.repository()).nativeImage()) {
            noteNative(arguments, devstack);
        }
        Path file = arguments.repository().resolve("target").resolve("demo").resolve("report.json");
        Json.write(file, report);
        new DemoText(out).print(report);
        boolean holds = Boolean.TRUE.equals(report.get("holds"));
        out.printf("%nThe same as %s. %s%n", file, holds ? "All checks hold." : "NOT ALL HOLDS.");
        out.println("Everything keeps running; \"make down\" stops it.");
        return holds ? 0 : 1;
    }

    private static Devstack devstack(Arguments arguments, DemoOptions options, PrintStream out) {
        System.setProperty(Keycloak.MEMBERS, Integer.toString(Math.max(600, options.members())));
        String clock = DemoOptions.FIRST_DAY.atStartOfDay().toInstant(ZoneOffset.UTC).toString();
        return Devstack.at(
                arguments.state(),
                Mode.DURABLE,
                new ConsoleProgress(out),
                ServiceOptions.of(arguments.repository()).with(Map.of("CAIRN_CLOCK_START", clock)));
    }

    private static void noteNative(Arguments arguments, Devstack devstack) {
        NativeReport report = NativeReport.of(arguments.repository());
        for (Component service : Component.SERVICES) {
            devstack.child(service)
                    .map(Memory::residentMegabytes)
                    .ifPresent(megabytes -> report.keptAfterDemo(service, megabytes));
        }
    }

    private static Map<String, Long> memory(Devstack devstack) {
        Map<String, Long> memory = new LinkedHashMap<>();
        for (Component component : ALL) {
            devstack.child(component)
                    .ifPresent(child -> memory.put(component.label(), Memory.megabytes(child)));
        }
        return memory;
    }

    private static Duration since(long started) {
        return Duration.ofNanos(System.nanoTime() - started);
    }
}
