package dev.cairn.ledger.expiry;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.measure.Gauges;
import dev.cairn.kit.measure.Measured;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Tells how late expiry is, and which calendars it will miss. */
@ApplicationScoped
class ExpiryMeasured implements Measured {
    static final String OVERDUE = "cairn_ledger_expiry_overdue_seconds";
    static final String CALENDARS_ENDING = "cairn_ledger_calendars_ending";

    private final Database database;
    private final DueStore store;
    private final EndingCalendars calendars;
    private final CairnClock clock;

    ExpiryMeasured(Database database, DueStore store, EndingCalendars calendars, CairnClock clock) {
        this.database = database;
        this.store = store;
        this.calendars = calendars;
        this.clock = clock;
    }

    @Override
    public void measure(Gauges gauges) {
        var now = clock.instant();
        var overdue =
                database.read(tx -> store.oldestExpiry(tx, now))
                        .map(due -> Duration.between(due, now))
                        .orElse(Duration.ZERO);
        gauges.set(
                OVERDUE,
                "How long ago the oldest unspent points should have expired; 0 when none should",
                overdue.toSeconds());
        gauges.set(
                CALENDARS_ENDING,
                "Currencies whose last fixed day is over or near; 0 when none needs new days",
                calendars.now().size());
    }
}
