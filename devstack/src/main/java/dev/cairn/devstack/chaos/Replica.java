package dev.cairn.devstack.chaos;

import dev.cairn.devstack.Component;
import dev.cairn.devstack.Devstack;
import dev.cairn.devstack.DevstackFailure;
import dev.cairn.devstack.Mode;
import dev.cairn.devstack.Platform;
import dev.cairn.devstack.process.Child;
import dev.cairn.devstack.process.Programs;
import dev.cairn.devstack.process.Progress;
import dev.cairn.devstack.service.ServiceOptions;
import dev.cairn.devstack.service.ServiceSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/**
 * One of two processes of the ledger. Between it and the database stands a proxy, and another one
 * between it and its callers.
 */
final class Replica implements AutoCloseable {

    private static final byte[] AWAY =
            "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII);
    private static final int ATTEMPTS = 5;

    private final Devstack devstack;
    private final TcpProxy database;
    private final TcpProxy door;
    private final Executor hand =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
    private volatile CompletableFuture<Void> life = CompletableFuture.completedFuture(null);

    Replica(Path state, Platform platform, ChaosSettings settings, Triggers triggers) {
        this.database =
                new TcpProxy(
                        () -> platform.port("postgres"),
                        () -> new CommitTap(triggers.lostCommit()),
                        new byte[0]);
        this.devstack =
                Devstack.at(
                        state,
                        Mode.DISPOSABLE,
                        Progress.SILENT,
                        settings.services().with(environment(platform, settings)));
        this.door =
                new TcpProxy(
                        () -> devstack.platform().port(Component.LEDGER.label()),
                        () -> new AnswerTap(triggers.lostAnswer()),
                        AWAY);
    }

    /** The settings of a ledger on that platform, with the proxy instead of the database. */
    private Map<String, String> environment(Platform platform, ChaosSettings settings) {
        Map<String, String> environment =
                new TreeMap<>(
                        ServiceSettings.asEnvironment(
                                ServiceSettings.of(Component.LEDGER, platform)));
        environment.put(
                "QUARKUS_DATASOURCE_JDBC_URL",
                "jdbc:postgresql://127.0.0.1:%d/%s?sslmode=disable"
                        .formatted(database.port(), Component.LEDGER.label()));
        // An address that the state may still know from elsewhere; tokens are the driver's own.
        environment.remove("QUARKUS_OIDC_AUTH_SERVER_URL");
        environment.putAll(settings.ledger());
        return environment;
    }

    /** Where callers reach it, through the proxy. */
    String url() {
        return "http://127.0.0.1:" + door.port();
    }

    /** Where the driver reaches its clock, past the proxy. */
    String managementUrl() {
        return devstack.platform().managementUrl(Component.LEDGER);
    }

    /** Whether it runs and no start of it is under way. */
    boolean isUp() {
        return life.isDone() && devstack.child(Component.LEDGER).isPresent();
    }

    void kill() {
        devstack.kill9(Component.LEDGER);
    }

    /** Starts it again in the background, however long the rest of the platform is away. */
    void revive() {
        life = CompletableFuture.runAsync(this::startPatiently, hand);
    }

    /** Returns when it runs again. */
    void awaitLife() {
        life.join();
    }

    /** Stops its threads for a while, as a long collection or a busy machine does. */
    void pause(Duration lasting) {
        String pid = devstack.child(Component.LEDGER).map(Child::pid).orElseThrow().toString();
        Programs.succeeds(List.of("kill", "-STOP", pid));
        LockSupport.parkNanos(lasting.toNanos());
        Programs.succeeds(List.of("kill", "-CONT", pid));
    }

    Path log() {
        return devstack.log(Component.LEDGER);
    }

    /** Nobody needs it any more, so it is not asked. */
    @Override
    public void close() {
        if (devstack.child(Component.LEDGER).isPresent()) {
            kill();
        }
        devstack.stop();
        database.close();
        door.close();
    }

    private void startPatiently() {
        for (int attempt = 1; ; attempt++) {
            try {
                devstack.start(Component.LEDGER);
                return;
            } catch (DevstackFailure failure) {
                if (attempt == ATTEMPTS) {
                    throw failure;
                }
            }
        }
    }

    /** What both replicas are told. */
    record ChaosSettings(ServiceOptions services, Map<String, String> ledger) {}

    /** What lets the proxies cut, wherever the chance comes first. */
    record Triggers(Trigger lostCommit, Trigger lostAnswer) {
        static Triggers safe() {
            return new Triggers(new Trigger(), new Trigger());
        }
    }
}
