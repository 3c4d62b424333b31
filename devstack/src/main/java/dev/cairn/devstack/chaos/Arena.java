package dev.cairn.devstack.chaos;

import dev.cairn.devstack.Component;
import dev.cairn.devstack.Devstack;
import dev.cairn.devstack.Mode;
import dev.cairn.devstack.Platform;
import dev.cairn.devstack.chaos.Replica.ChaosSettings;
import dev.cairn.devstack.chaos.Replica.Triggers;
import dev.cairn.devstack.process.Progress;
import dev.cairn.devstack.service.ServiceOptions;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** An empty database, a broker, and two replicas of the ledger. */
final class Arena implements AutoCloseable {

    static final Instant FIRST_DAY = Instant.parse("2026-03-01T00:00:00Z");

    /** After this time the broker gives the partitions of a silent replica to the other one. */
    static final Duration SESSION = Duration.ofSeconds(6);

    private static final Set<Component> GROUND = Set.of(Component.POSTGRES, Component.KAFKA);
    private static final int REPLICAS = 2;

    /**
     * A small pool, so that a few waiting requests exhaust it, and the shortest session that the
     * broker allows, so that a killed replica's partitions move soon.
     */
    private static final Map<String, String> LEDGER =
            Map.of(
                    "CAIRN_CLOCK_START", FIRST_DAY.toString(),
                    "QUARKUS_DATASOURCE_JDBC_MAX_SIZE", "6",
                    "QUARKUS_DATASOURCE_JDBC_ACQUISITION_TIMEOUT", "PT2S",
                    "MP_MESSAGING_CONNECTOR_SMALLRYE_KAFKA_SESSION_TIMEOUT_MS",
                            Long.toString(SESSION.toMillis()),
                    "MP_MESSAGING_CONNECTOR_SMALLRYE_KAFKA_HEARTBEAT_INTERVAL_MS", "1500");

    private final Devstack ground;
    private final List<Replica> replicas;
    private final Triggers triggers = Triggers.safe();
    private final Passes passes = new Passes();

    private Arena(Path state, ServiceOptions options) {
        this.ground = Devstack.at(state, Mode.DISPOSABLE, Progress.SILENT, options);
        this.replicas = new ArrayList<>();
        try {
            for (int number = 1; number <= REPLICAS; number++) {
                // A ledger that outlived an interrupted run would read the new topic.
                Devstack.at(folder(state, number), Mode.DISPOSABLE, Progress.SILENT, options)
                        .forget();
            }
            ground.forget(GROUND);
            ground.start(GROUND);
            for (int number = 1; number <= REPLICAS; number++) {
                replicas.add(replica(state, options, number));
            }
            // Side by side, as a cluster does it; one of them migrates the database.
            replicas.forEach(Replica::revive);
            replicas.forEach(Replica::awaitLife);
        } catch (RuntimeException failed) {
            close();
            throw failed;
        }
    }

    /** Starts everything; what an earlier run left is forgotten. */
    static Arena open(Path state, Path repository) {
        return new Arena(state, ServiceOptions.of(repository));
    }

    private Replica replica(Path state, ServiceOptions options, int number) {
        Path folder = state.resolve("ledger-" + number);
        Map<String, String> ledger = new TreeMap<>(LEDGER);
        ledger.put("QUARKUS_OIDC_PUBLIC_KEY", passes.publicKey());
        ledger.put("CAIRN_CURRENCIES_FILE", Programme.writeTo(state).toString());
        return new Replica(folder, ground.platform(), new ChaosSettings(options, ledger), triggers);
    }

    private static Path folder(Path state, int number) {
        return state.resolve("ledger-" + number);
    }

    Devstack ground() {
        return ground;
    }

    Platform platform() {
        return ground.platform();
    }

    List<Replica> replicas() {
        return List.copyOf(replicas);
    }

    Passes passes() {
        return passes;
    }

    Triggers triggers() {
        return triggers;
    }

    /** A connection past all proxies, for those who look and those who hurt. */
    Connection database() throws SQLException {
        return DriverManager.getConnection(
                platform().jdbcUrl(Component.LEDGER) + "?connectTimeout=5&socketTimeout=60",
                "postgres",
                platform().databasePassword("postgres"));
    }

    @Override
    public void close() {
        replicas.forEach(Replica::close);
        ground.stop();
    }
}
