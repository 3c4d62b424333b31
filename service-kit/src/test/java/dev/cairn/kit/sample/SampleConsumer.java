package dev.cairn.kit.sample;

import dev.cairn.contracts.Event;
import dev.cairn.contracts.RewardEvent.AwardSet;
import dev.cairn.contracts.SegmentEvent.SegmentEntered;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.event.Delivery;
import dev.cairn.kit.intake.BadRecord;
import dev.cairn.kit.intake.Intake;
import dev.cairn.kit.outbox.Outbox;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Writes a row per award, and answers each with an event of its own. */
@ApplicationScoped
public class SampleConsumer {
    private final Intake intake;
    private final Outbox outbox;

    SampleConsumer(Intake intake, Outbox outbox) {
        this.intake = intake;
        this.outbox = outbox;
    }

    @Incoming("rewards")
    @Blocking
    void on(ConsumerRecords<String, byte[]> batch) {
        intake.process(batch, this::handle);
    }

    private void handle(Tx tx, List<Delivery<Event>> deliveries) {
        for (var delivery : deliveries) {
            if (delivery.event() instanceof AwardSet award) {
                if (award.reason().equals("refuse me")) {
                    throw new BadRecord("refused on demand");
                }
                tx.update(
                        "INSERT INTO seen (key, value) VALUES (?, ?)",
                        award.awardId(),
                        award.points());
                outbox.append(
                        tx,
                        delivery.cause(),
                        new SegmentEntered(
                                award.memberId(),
                                "sample",
                                award.revision(),
                                "activity",
                                award.occurredAt()));
            }
        }
    }
}
