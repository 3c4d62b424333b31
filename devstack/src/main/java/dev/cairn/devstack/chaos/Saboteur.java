package dev.cairn.devstack.chaos;

import dev.cairn.devstack.Component;
import dev.cairn.devstack.DevstackFailure;
import dev.cairn.devstack.process.Await;
import dev.cairn.devstack.process.Child;
import dev.cairn.devstack.process.Programs;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;

/** Does the harm that the schedule asks for, and brings back what it killed. */
final class Saboteur {

    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final Duration CHANCE = Duration.ofSeconds(10);
    private static final Executor HAND = task -> Thread.ofPlatform().daemon().start(task);

    private final Arena arena;
    private final GroupWatch group;
    private final List<Blow> blows = new ArrayList<>();
    private CompletableFuture<Void> broker = CompletableFuture.completedFuture(null);
    private long rewound;

    Saboteur(Arena arena, GroupWatch group) {
        this.arena = arena;
        this.group = group;
    }

    /**
     * A strike that hit.
     *
     * @param at when, in nanoseconds of the driver's clock
     */
    record Blow(Strike strike, long at) {}

    List<Blow> blows() {
        return blows;
    }

    /** Records of the topic that the ledger was sent back over. */
    long rewound() {
        return rewound;
    }

    void strike(Strike strike) {
        LockSupport.parkNanos(strike.after().toNanos());
        switch (strike.fault()) {
            case LEDGER -> killLedger(strike);
            case BACKEND -> killBackend(strike);
            case POSTMASTER -> restart(strike, Component.POSTGRES);
            case POSTMASTER_STOP -> stopPostmaster(strike);
            case BROKER -> killBroker(strike);
            case REPLAY -> replay(strike);
            case LOST_COMMIT -> pull(strike, arena.triggers().lostCommit());
            case LOST_ANSWER -> pull(strike, arena.triggers().lostAnswer());
            case PAUSE -> pause(strike, strike.lasting());
            case ZOMBIE -> pause(strike, strike.lasting().plus(Arena.SESSION));
            case EXHAUSTION -> exhaust(strike);
        }
    }

    private void hit(Strike strike) {
        blows.add(new Blow(strike, System.nanoTime()));
    }

    private void killLedger(Strike strike) {
        Replica victim = someReplica(strike);
        victim.kill();
        hit(strike);
        victim.revive();
    }

    private void restart(Strike strike, Component component) {
        arena.ground().kill9(component);
        hit(strike);
        arena.ground().start(component);
    }

    /** It takes the longest to come back; whatever does not need it goes on meanwhile. */
    private void killBroker(Strike strike) {
        broker.join();
        arena.ground().kill9(Component.KAFKA);
        hit(strike);
        broker = CompletableFuture.runAsync(() -> arena.ground().start(Component.KAFKA), HAND);
    }

    /** Returns when everything runs again. */
    void awaitLife() {
        broker.join();
        arena.replicas().forEach(Replica::awaitLife);
    }

    private void stopPostmaster(Strike strike) {
        Child postmaster = arena.ground().child(Component.POSTGRES).orElseThrow();
        Programs.succeeds(List.of("kill", "-QUIT", Long.toString(postmaster.pid())));
        require(Await.until(PATIENCE, () -> !postmaster.isAlive()), "PostgreSQL did not stop");
        hit(strike);
        arena.ground().start(Component.POSTGRES);
    }

    private void killBackend(Strike strike) {
        require(Await.until(PATIENCE, () -> killedBackend(strike)), "found no backend to kill");
    }

    private boolean killedBackend(Strike strike) {
        List<Long> pids = new ArrayList<>();
        String sql = "SELECT pid FROM pg_stat_activity WHERE usename = 'ledger' ORDER BY pid";
        try (Connection connection = arena.database();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                pids.add(rows.getLong(1));
            }
        } catch (SQLException recovering) {
            return false;
        }
        if (pids.isEmpty()) {
            return false;
        }
        long victim = pids.get((int) (strike.choice() * pids.size()));
        boolean killed = ProcessHandle.of(victim).map(ProcessHandle::destroyForcibly).orElse(false);
        if (killed) {
            hit(strike);
        }
        return killed;
    }

    /** Both replicas die, and their successors are told that nothing was ever read. */
    private void replay(Strike strike) {
        awaitLife();
        arena.replicas().forEach(Replica::kill);
        hit(strike);
        rewound += group.rewind();
        arena.replicas().forEach(Replica::revive);
    }

    private void pull(Strike strike, Trigger trigger) {
        trigger.pull();
        require(Await.until(PATIENCE, () -> !trigger.isPulled()), "nothing came to be cut");
        hit(strike);
    }

    private void pause(Strike strike, Duration lasting) {
        Replica victim = someReplica(strike);
        hit(strike);
        victim.pause(lasting);
    }

    /** Whoever wants to change an account has to wait, and holds a connection meanwhile. */
    private void exhaust(Strike strike) {
        try (Connection connection = arena.database();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SET lock_timeout = '" + CHANCE.toSeconds() + "s'");
            statement.execute("LOCK TABLE balance IN EXCLUSIVE MODE");
            hit(strike);
            LockSupport.parkNanos(strike.lasting().toNanos());
            connection.rollback();
        } catch (SQLException e) {
            throw new DevstackFailure("The accounts could not be locked: " + e.getMessage(), e);
        }
    }

    private Replica someReplica(Strike strike) {
        List<Replica> up = new ArrayList<>();
        require(
                Await.until(
                        PATIENCE,
                        () -> {
                            up.clear();
                            arena.replicas().stream().filter(Replica::isUp).forEach(up::add);
                            return !up.isEmpty();
                        }),
                "no replica came back");
        return up.get((int) (strike.choice() * up.size()));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new DevstackFailure("The chaos cannot go on: " + otherwise + ".");
        }
    }
}
