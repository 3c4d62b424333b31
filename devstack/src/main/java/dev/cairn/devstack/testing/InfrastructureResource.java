package dev.cairn.devstack.testing;

import dev.cairn.devstack.Component;
import dev.cairn.devstack.Devstack;
import dev.cairn.devstack.Mode;
import dev.cairn.devstack.Platform;
import dev.cairn.devstack.Repository;
import dev.cairn.devstack.process.Progress;
import dev.cairn.devstack.service.ServiceOptions;
import dev.cairn.devstack.service.ServiceSettings;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Real infrastructure for the tests of one module, started once for each test JVM.
 *
 * <p>Arguments: {@code service}, such as {@code rules}, and {@code components}, a list such as
 * {@code postgres,kafka,redis,mail} (the default is {@code postgres,kafka,redis}). Every run begins
 * without data. Processes of an earlier run that was killed are ended first.
 */
public final class InfrastructureResource implements QuarkusTestResourceLifecycleManager {

    /** Set once this JVM has begun; a property, as Quarkus loads this class more than once. */
    private static final String BEGUN = "cairn.devstack.begun";

    private Set<Component> components = Set.of();
    private Component service = Component.RULES;

    @Override
    public void init(Map<String, String> arguments) {
        service = Component.named(arguments.getOrDefault("service", service.label()));
        components =
                Arrays.stream(
                                arguments
                                        .getOrDefault("components", "postgres,kafka,redis")
                                        .split(","))
                        .map(Component::named)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public Map<String, String> start() {
        Path module = Path.of("").toAbsolutePath();
        Devstack devstack =
                Devstack.at(
                        module.resolve("target").resolve("devstack"),
                        Mode.DISPOSABLE,
                        Progress.SILENT,
                        ServiceOptions.of(Repository.around(module)));
        synchronized (System.getProperties()) {
            if (System.setProperty(BEGUN, "true") == null) {
                devstack.forget();
                Runtime.getRuntime().addShutdownHook(new Thread(devstack::stop));
            }
        }
        Platform platform = devstack.start(components);
        Map<String, String> settings = new TreeMap<>(ServiceSettings.of(service, platform));
        if (components.contains(Component.SINKS)) {
            settings.put("devstack.sinks.url", platform.sinksUrl());
        }
        return settings;
    }

    /** Nothing to do: other test classes of this JVM go on, and its end stops everything. */
    @Override
    public void stop() {}
}
