package dev.cairn.kit.sample;

import dev.cairn.contracts.Event;
import dev.cairn.contracts.RewardEvent.AwardSet;
import dev.cairn.contracts.SegmentEvent.SegmentEntered;
import dev.cairn.contracts.Topics;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.event.Delivery;
import dev.cairn.kit.intake.BadRecord;
import dev.cairn.kit.intake.Intake;
import dev.cairn.kit.intake.Subscription;
import dev.cairn.kit.outbox.Outbox;
import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Writes a row per award, and answers each with an event of its own. */
@Startup
@ApplicationScoped
public class SampleConsumer {
    /** What the consumer cannot handle until it is mended. */
    private static final Set<String> MENDED = ConcurrentHashMap.newKeySet();

    private final Subscription rewards;
    private final Outbox outbox;

    SampleConsumer(Intake intake, Outbox outbox) {
        this.rewards = intake.subscribe(Topics.REWARDS, this::handle);
        this.outbox = outbox;
    }

    @Incoming("rewards")
    @Blocking
    void on(ConsumerRecords<String, byte[]> batch) {
        rewards.take(batch);
    }

    /** From now on the member's awards are handled, whatever their reason. */
    public static void mend(String member) {
        MENDED.add(member);
    }

    private void handle(Tx tx, List<Delivery<Event>> deliveries) {
        for (var delivery : deliveries) {
            if (delivery.event() instanceof AwardSet award) {
                if (award.reason().equals("refuse me") && !MENDED.contains(award.memberId())) {
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
