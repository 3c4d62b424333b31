package dev.cairn.devstack.process;

import dev.cairn.devstack.DevstackFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Starts units, waits until they are healthy, and ends them. */
public final class Supervisor {

    /** A start may fail for a reason that passes: a port lost in a race, a lock of a killed run. */
    private static final int ATTEMPTS = 3;

    /** Services finish what they have in hand within 20 seconds, and may take a moment more. */
    private static final Duration ORDERLY_END = Duration.ofSeconds(25);

    private static final Duration FORCED_END = Duration.ofSeconds(10);
    private static final int LINES_OF_LOG = 15;

    private final Site site;
    private final Progress progress;

    public Supervisor(Site site, Progress progress) {
        this.site = site;
        this.progress = progress;
    }

    public Optional<Child> running(Unit unit) {
        return site.register().child(unit.component().label()).filter(Child::isAlive);
    }

    /** Starts the unit unless it runs; returns when it is healthy. */
    public void start(Unit unit) {
        Optional<Child> running = running(unit);
        if (running.isPresent()) {
            if (Await.until(unit.patience(), () -> unit.isHealthy(running.get()) || died(unit))
                    && !died(unit)) {
                progress.alreadyRunning(unit);
                return;
            }
            stop(unit);
        }
        long begin = System.nanoTime();
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            if (tried(unit)) {
                progress.started(unit, Duration.ofNanos(System.nanoTime() - begin));
                return;
            }
        }
        throw failure(unit, "ended during its start");
    }

    private boolean died(Unit unit) {
        return running(unit).isEmpty();
    }

    /** One attempt: true when healthy, false when the program ended by itself. */
    private boolean tried(Unit unit) {
        String name = unit.component().label();
        Path log = site.log(name);
        try {
            site.register().assignPorts(unit.ports());
            unit.prepare();
            Process process = Detached.start(unit.command(), unit.environment(), site.state(), log);
            Child child = Child.of(process.toHandle(), unit.program());
            site.register().started(name, child, unit.address());
            boolean settled =
                    Await.until(unit.patience(), () -> !process.isAlive() || unit.isHealthy(child));
            if (!settled) {
                stop(unit);
                throw failure(
                        unit, "was not ready within " + unit.patience().toSeconds() + " seconds");
            }
            if (!process.isAlive()) {
                return false;
            }
            unit.becameHealthy();
            return true;
        } catch (IOException e) {
            throw new DevstackFailure(name + " could not be prepared: " + e.getMessage(), e);
        }
    }

    /**
     * Starts the unit a second time on other ports, and ends the first one in an orderly way once
     * the second is healthy, as a rolling update does with each of its replicas.
     *
     * @param takeOver runs in between, while both serve
     */
    public void replace(Unit unit, Runnable takeOver) {
        String name = unit.component().label();
        Child old =
                running(unit)
                        .orElseThrow(
                                () ->
                                        new DevstackFailure(
                                                name + " does not run, so it cannot be replaced."));
        try {
            if (!tried(unit)) {
                throw failure(unit, "ended during its start");
            }
            takeOver.run();
        } finally {
            old.process().ifPresent(unit::askToStop);
        }
        if (!Await.until(ORDERLY_END, () -> !old.isAlive())) {
            old.process().ifPresent(ProcessHandle::destroyForcibly);
            throw failure(
                    unit, "did not end within " + ORDERLY_END.toSeconds() + " s of being asked to");
        }
    }

    /** Ends the unit in an orderly way, or by force when it does not listen. */
    public void stop(Unit unit) {
        running(unit).flatMap(Child::process).ifPresent(process -> end(unit, process));
        site.register().ended(unit.component().label());
    }

    private void end(Unit unit, ProcessHandle process) {
        unit.askToStop(process);
        Child child = site.register().child(unit.component().label()).orElseThrow();
        if (!Await.until(ORDERLY_END, () -> isGone(unit, child))) {
            process.destroyForcibly();
            Await.until(FORCED_END, () -> isGone(unit, child));
        }
        progress.stopped(unit);
    }

    /** Kills the unit at once, as a crash would; returns when it is gone. */
    public void kill9(Unit unit) {
        Child child =
                running(unit)
                        .orElseThrow(
                                () ->
                                        new DevstackFailure(
                                                unit.component().label()
                                                        + " does not run, so it cannot be"
                                                        + " killed."));
        child.process().ifPresent(ProcessHandle::destroyForcibly);
        if (!Await.until(FORCED_END, () -> isGone(unit, child))) {
            throw new DevstackFailure(unit.component().label() + " survived kill -9.");
        }
    }

    /** The first thread of a JVM may be dead while the others still hold its ports. */
    private boolean isGone(Unit unit, Child child) {
        return !child.isAlive()
                && unit.ports().stream().map(site::port).allMatch(FreePorts::isFree);
    }

    private DevstackFailure failure(Unit unit, String what) {
        Path log = site.log(unit.component().label());
        return new DevstackFailure(
                "%s %s; its log is %s and ends so:%n%s"
                        .formatted(
                                unit.component().label(),
                                what,
                                log,
                                String.join(
                                        System.lineSeparator(), LogTail.of(log, LINES_OF_LOG))));
    }

    /** Starts several units side by side; the first failure is reported after all have settled. */
    public void startAll(List<Unit> units) {
        List<CompletableFuture<Void>> starts =
                units.stream()
                        .map(unit -> CompletableFuture.runAsync(() -> start(unit), Supervisor::run))
                        .toList();
        try {
            CompletableFuture.allOf(starts.toArray(CompletableFuture[]::new))
                    .get(10, TimeUnit.MINUTES);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof DevstackFailure known
                    ? known
                    : new DevstackFailure(
                            "The platform did not start. " + e.getCause().getMessage(), e);
        } catch (TimeoutException e) {
            throw new DevstackFailure("The platform did not start within ten minutes.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DevstackFailure("The start was interrupted.", e);
        }
    }

    private static void run(Runnable task) {
        Thread.ofVirtual().start(task);
    }
}
