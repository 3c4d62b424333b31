package dev.cairn.kit.clock;

import dev.cairn.kit.clock.ClockConfig.Mode;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.db.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * The one clock. In test mode it stands still until it is set, and remembers what it was set to
 * when the service starts again. Instants are whole microseconds, as PostgreSQL keeps them.
 */
@ApplicationScoped
public class CairnClock implements InstantSource {
    private final Database database;
    private final Mode mode;
    private final Instant start;
    private volatile Instant virtualNow;

    public CairnClock(Database database, ClockConfig config) {
        this.database = database;
        this.mode = config.mode();
        this.start = config.start().orElse(null);
    }

    @Override
    public Instant instant() {
        return switch (mode) {
            case SYSTEM -> systemNow();
            case TEST -> virtualNow();
        };
    }

    /** Whether the clock can be set. */
    public boolean settable() {
        return mode == Mode.TEST;
    }

    /**
     * Sets the test clock.
     *
     * @throws IllegalStateException in system mode
     * @throws IllegalArgumentException if that would turn time back
     */
    public synchronized void set(Instant now) {
        if (!settable()) {
            throw new IllegalStateException("cairn.clock.mode is not test");
        }
        if (now.isBefore(virtualNow())) {
            throw new IllegalArgumentException("the clock is at " + virtualNow() + " already");
        }
        database.transact(tx -> remember(tx, now));
        virtualNow = now;
    }

    private static void remember(Tx tx, Instant now) {
        tx.update(
                """
                INSERT INTO test_clock (only_row, now) VALUES (TRUE, ?)
                ON CONFLICT (only_row) DO UPDATE SET now = excluded.now
                """,
                now);
    }

    private Instant virtualNow() {
        var now = virtualNow;
        if (now == null) {
            now =
                    database.read(
                                    tx ->
                                            tx.first(
                                                    "SELECT now FROM test_clock",
                                                    r -> r.instant("now")))
                            .orElse(start == null ? systemNow() : start);
            virtualNow = now;
        }
        return now;
    }

    private static Instant systemNow() {
        return Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS);
    }
}
