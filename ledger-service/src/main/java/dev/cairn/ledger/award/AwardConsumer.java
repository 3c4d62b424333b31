package dev.cairn.ledger.award;

import dev.cairn.contracts.Event;
import dev.cairn.contracts.RewardEvent.AwardSet;
import dev.cairn.contracts.Topics;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.event.Delivery;
import dev.cairn.kit.intake.Intake;
import dev.cairn.kit.intake.Subscription;
import dev.cairn.ledger.membership.FollowMembers;
import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Hears of rewards. Awards are worth points, tiers open rewards; registers and event times
 * recognise what is known. One poll is handled after the other: on virtual threads they would
 * overtake each other.
 */
@Startup
@ApplicationScoped
class AwardConsumer {
    private final Subscription rewards;
    private final SetAwards setAwards;
    private final FollowMembers followMembers;

    AwardConsumer(Intake intake, SetAwards setAwards, FollowMembers followMembers) {
        this.rewards = intake.subscribeWithoutInbox(Topics.REWARDS, this::handle);
        this.setAwards = setAwards;
        this.followMembers = followMembers;
    }

    @Incoming("rewards")
    @Blocking
    void on(ConsumerRecords<String, byte[]> batch) {
        rewards.take(batch);
    }

    private void handle(Tx tx, List<Delivery<Event>> deliveries) {
        setAwards.settle(
                tx,
                deliveries.stream()
                        .filter(delivery -> delivery.event() instanceof AwardSet)
                        .map(AwardConsumer::award)
                        .toList());
        followMembers.follow(tx, deliveries);
    }

    private static Delivery<AwardSet> award(Delivery<Event> delivery) {
        return new Delivery<>(
                Precision.ofTheDatabase((AwardSet) delivery.event()),
                delivery.id(),
                delivery.source(),
                delivery.cause());
    }
}
