package dev.cairn.devstack;

import dev.cairn.devstack.kafka.Kafka;
import dev.cairn.devstack.keycloak.Keycloak;
import dev.cairn.devstack.postgres.Postgres;
import dev.cairn.devstack.process.Cache;
import dev.cairn.devstack.process.Child;
import dev.cairn.devstack.process.Folders;
import dev.cairn.devstack.process.Progress;
import dev.cairn.devstack.process.Register;
import dev.cairn.devstack.process.Site;
import dev.cairn.devstack.process.StateLock;
import dev.cairn.devstack.process.Supervisor;
import dev.cairn.devstack.process.Unit;
import dev.cairn.devstack.redis.Redis;
import dev.cairn.devstack.service.CairnService;
import dev.cairn.devstack.service.ServiceOptions;
import dev.cairn.devstack.sinks.Sinks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * One platform in one state directory.
 *
 * <p>Whatever it starts are child processes that outlive this JVM. Another {@code Devstack} on the
 * same directory recognises them again. Nothing that it did not start is ever ended.
 */
public final class Devstack {

    private final Site site;
    private final Platform platform;
    private final Supervisor supervisor;
    private final ServiceOptions options;

    private Devstack(Site site, Progress progress, ServiceOptions options) {
        this.site = site;
        this.platform = new Platform(site.state(), site.register(), site.secrets());
        this.supervisor = new Supervisor(site, progress);
        this.options = options;
    }

    /** The platform of a repository that keeps its state in the given folder. */
    public static Devstack at(Path state, Mode mode, Progress progress, ServiceOptions options) {
        Path folder = state.toAbsolutePath().normalize();
        Cache cache = new Cache(options.repository().resolve(".cairn").resolve("cache"));
        Site site = new Site(folder, cache, new Register(folder), Secrets.in(folder), mode);
        return new Devstack(site, progress, options);
    }

    /** Durable, silent, with the repository that we are in. */
    public static Devstack at(Path state) {
        return at(
                state, Mode.DURABLE, Progress.SILENT, ServiceOptions.of(Repository.around(state)));
    }

    /** Addresses and secrets; valid for components that were started in this state. */
    public Platform platform() {
        return platform;
    }

    /** Starts what does not run yet, side by side; returns when all of it is healthy. */
    public Platform start(Collection<Component> components) {
        return locked(
                () -> {
                    Set<Component> wanted = new TreeSet<>(components);
                    supervisor.startAll(units(wanted, Component.INFRASTRUCTURE));
                    supervisor.startAll(units(wanted, Component.SERVICES));
                    return platform;
                });
    }

    /** Starts one component again, on the same port with the same data. */
    public Platform start(Component component) {
        return start(List.of(component));
    }

    /**
     * Puts a new process in the place of a running service, as a rolling update does: on other
     * ports, and the old one ends in an orderly way once the new one is ready.
     *
     * @param takeOver runs while both serve; from then on {@link #platform()} has the new address
     */
    public void replace(Component service, Runnable takeOver) {
        if (!Component.SERVICES.contains(service)) {
            throw new IllegalArgumentException(service.label() + " is not a service of ours.");
        }
        locked(
                () -> {
                    supervisor.replace(unit(service), takeOver);
                    return platform;
                });
    }

    /** Ends the given components in an orderly way, services first. */
    public void stop(Collection<Component> components) {
        locked(
                () -> {
                    new TreeSet<>(components)
                            .descendingSet()
                            .forEach(component -> supervisor.stop(unit(component)));
                    return platform;
                });
    }

    /** Ends everything that was started in this state. */
    public void stop() {
        site.register().reload();
        stop(List.of(Component.values()).stream().filter(this::isKnown).toList());
    }

    /** Kills a component as a crash would, and returns when it is gone. */
    public void kill9(Component component) {
        site.register().reload();
        supervisor.kill9(unit(component));
    }

    /** The process of a component, if it runs. */
    public Optional<Child> child(Component component) {
        site.register().reload();
        return site.register().child(component.label()).filter(Child::isAlive);
    }

    /** Whether a component runs and does its work now. */
    public boolean isHealthy(Component component) {
        return child(component).filter(unit(component)::isHealthy).isPresent();
    }

    /** Whether a component was started and never stopped, but does not run. */
    public boolean hasCrashed(Component component) {
        return isKnown(component) && child(component).isEmpty();
    }

    /** Where users reach a component that was started in this state. */
    public Optional<String> address(Component component) {
        return site.register().address(component.label());
    }

    /** Where the output of a component goes. */
    public Path log(Component component) {
        return site.log(component.label());
    }

    /** Ends everything and forgets all data; ports and secrets stay. */
    public void forget() {
        forget(EnumSet.allOf(Component.class));
        delete(site.state().resolve("services.json"));
    }

    /** Ends the given components and forgets their data; the others keep running. */
    public void forget(Collection<Component> components) {
        site.register().reload();
        stop(components.stream().filter(this::isKnown).toList());
        locked(
                () -> {
                    components.stream()
                            .filter(Component.INFRASTRUCTURE::contains)
                            .forEach(component -> delete(unit(component).home()));
                    return platform;
                });
    }

    private boolean isKnown(Component component) {
        return site.register().child(component.label()).isPresent();
    }

    private List<Unit> units(Set<Component> wanted, Set<Component> group) {
        List<Unit> units = new ArrayList<>();
        wanted.stream().filter(group::contains).map(this::unit).forEach(units::add);
        return units;
    }

    private Unit unit(Component component) {
        return switch (component) {
            case POSTGRES -> new Postgres(site);
            case KAFKA -> new Kafka(site);
            case REDIS -> new Redis(site);
            case KEYCLOAK -> new Keycloak(site);
            case SINKS -> new Sinks(site);
            case RULES, LEDGER, SEGMENT, NOTIFY ->
                    new CairnService(component, site, platform, options);
        };
    }

    private Platform locked(Supplier<Platform> work) {
        return StateLock.holding(
                site.state(),
                () -> {
                    site.register().reload();
                    return work.get();
                });
    }

    private static void delete(Path folder) {
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            throw new DevstackFailure("Could not delete " + folder, e);
        }
    }
}
