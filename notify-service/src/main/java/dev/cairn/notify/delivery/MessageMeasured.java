package dev.cairn.notify.delivery;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.measure.Gauges;
import dev.cairn.kit.measure.Measured;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/** How many messages wait, and for how long one does that should not. */
@ApplicationScoped
public class MessageMeasured implements Measured {
    static final String WAITING = "cairn_notify_waiting_messages";
    static final String OVERDUE = "cairn_notify_overdue_seconds";

    private final Database database;
    private final MessageStore messages;
    private final CairnClock clock;

    public MessageMeasured(Database database, MessageStore messages, CairnClock clock) {
        this.database = database;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public void measure(Gauges gauges) {
        var now = clock.instant();
        var backlog = database.read(tx -> messages.backlog(tx, now));
        gauges.set(
                WAITING,
                "Messages that wait: for a consent, an address, the morning, a free slot or a"
                        + " channel; every replica tells the same",
                backlog.waiting());
        gauges.set(
                OVERDUE,
                "How long the oldest message whose time has come is neither decided nor settled; 0"
                        + " without",
                backlog.dueSince().map(since -> seconds(since, now)).orElse(0.0));
    }

    private static double seconds(Instant since, Instant now) {
        return Math.max(0, Duration.between(since, now).toMillis() / 1e3);
    }
}
