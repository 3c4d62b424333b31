package dev.cairn.ledger.award;

import dev.cairn.contracts.Event;
import dev.cairn.contracts.RewardEvent.AwardSet;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.event.Delivery;
import dev.cairn.kit.intake.Intake;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Hears of rewards. Only awards are worth points; their registers recognise what is known. One poll
 * is handled after the other: on virtual threads they would overtake each other.
 */
@ApplicationScoped
class AwardConsumer {
    private final Intake intake;
    private final SetAwards setAwards;

    AwardConsumer(Intake intake, SetAwards setAwards) {
        this.intake = intake;
        this.setAwards = setAwards;
    }

    @Incoming("rewards")
    @Blocking
    void on(ConsumerRecords<String, byte[]> batch) {
        intake.processWithoutInbox(batch, this::handle);
    }

    private void handle(Tx tx, List<Delivery<Event>> deliveries) {
        setAwards.settle(
                tx,
                deliveries.stream()
                        .filter(delivery -> delivery.event() instanceof AwardSet)
                        .map(AwardConsumer::award)
                        .toList());
    }

    private static Delivery<AwardSet> award(Delivery<Event> delivery) {
        return new Delivery<>(
                Precision.ofTheDatabase((AwardSet) delivery.event()),
                delivery.id(),
                delivery.source(),
                delivery.cause());
    }
}
