package dev.cairn.notify.delivery;

import dev.cairn.kit.db.Tx;
import dev.cairn.kit.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;

/** Writes a round: one statement of each kind, and the events. */
@ApplicationScoped
public class RoundStore {
    private final MessageStore messages;
    private final CapStore caps;
    private final Outbox outbox;
    private final SendConfig config;
    private final MessageMetrics metrics;

    public RoundStore(
            MessageStore messages,
            CapStore caps,
            Outbox outbox,
            SendConfig config,
            MessageMetrics metrics) {
        this.messages = messages;
        this.caps = caps;
        this.outbox = outbox;
        this.config = config;
        this.metrics = metrics;
    }

    void write(Tx tx, Round round) {
        messages.move(tx, round.moves(), config.lease());
        caps.release(tx, round.released());
        caps.take(tx, round.taken());
        round.told().forEach(told -> outbox.append(tx, told.cause(), told.event()));
        tx.afterCommit(() -> metrics.count(round.legs()));
    }
}
