package dev.cairn.devstack.bench;

import dev.cairn.devstack.Component;
import dev.cairn.devstack.Devstack;
import dev.cairn.devstack.DevstackFailure;
import dev.cairn.devstack.Platform;
import dev.cairn.devstack.client.Api;
import dev.cairn.devstack.process.Await;
import dev.cairn.devstack.process.Child;
import dev.cairn.devstack.process.Programs;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/** What is measured, and how to reach it. */
final class Bed {

    static final List<Component> PARTS =
            List.of(Component.POSTGRES, Component.KAFKA, Component.KEYCLOAK, Component.LEDGER);

    /** Those that work for a posting; the other two only load and log in. */
    static final Set<String> WORKERS = Set.of("postgres", "kafka", "ledger");

    private final Devstack devstack;
    private final Api api;

    Bed(Devstack devstack) {
        this.devstack = devstack;
        this.api = new Api(devstack.platform());
    }

    Platform platform() {
        return devstack.platform();
    }

    Api api() {
        return api;
    }

    /** The ledger's database as its owner, outside of the service; statements are prepared. */
    Connection connect() {
        return connect("ledger_owner");
    }

    Connection connect(String role) {
        Properties login = new Properties();
        login.setProperty("user", role);
        login.setProperty("password", platform().databasePassword(role));
        login.setProperty("prepareThreshold", "1");
        try {
            return DriverManager.getConnection(platform().jdbcUrl(Component.LEDGER), login);
        } catch (SQLException e) {
            throw new DevstackFailure("The ledger's database cannot be reached.", e);
        }
    }

    /** The ledger stops in the middle of whatever it does, until it is let go. */
    void freeze() {
        signal("-STOP");
    }

    void letGo() {
        signal("-CONT");
    }

    private void signal(String name) {
        Child ledger =
                devstack.child(Component.LEDGER)
                        .orElseThrow(() -> new DevstackFailure("The ledger has crashed."));
        if (!Programs.succeeds(List.of("kill", name, Long.toString(ledger.pid())))) {
            throw new DevstackFailure("The ledger did not take " + name + ".");
        }
    }

    Cpu cpu() {
        Map<String, Double> ours = new TreeMap<>();
        for (Component part : PARTS) {
            devstack.child(part)
                    .flatMap(Child::process)
                    .ifPresent(process -> ours.put(part.label(), Cpu.of(process)));
        }
        ours.put("driver", Cpu.alone(ProcessHandle.current()));
        return Cpu.parse(Cpu.machine(), ours);
    }

    double ledgerMegabytes() {
        return devstack.child(Component.LEDGER)
                .flatMap(Child::process)
                .map(Resident::megabytes)
                .orElse(Double.NaN);
    }

    /** Nothing that the ledger committed waits to be published. */
    void awaitPublished(Connection connection) {
        boolean done =
                Await.until(
                        Duration.ofMinutes(2),
                        () -> Sql.number(connection, "SELECT count(*) FROM outbox") == 0);
        if (!done) {
            throw new DevstackFailure("The outbox of the ledger was not emptied in time.");
        }
    }
}
