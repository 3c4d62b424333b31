package dev.cairn.ledger.member;

import dev.cairn.contracts.Event;
import dev.cairn.contracts.MemberEvent;
import dev.cairn.contracts.Topics;
import dev.cairn.kit.access.MemberId;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.event.Delivery;
import dev.cairn.kit.intake.BadRecord;
import dev.cairn.kit.intake.Intake;
import dev.cairn.kit.intake.Subscription;
import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of members, and tells whoever wants to know; each event once. */
@Startup
@ApplicationScoped
class MemberConsumer {
    private final Subscription members;
    private final List<MemberNews> interested;

    MemberConsumer(Intake intake, @All List<MemberNews> interested) {
        this.members = intake.subscribe(Topics.MEMBERS, this::handle);
        this.interested = interested;
    }

    @Incoming("members")
    @Blocking
    void on(ConsumerRecords<String, byte[]> batch) {
        members.take(batch);
    }

    private void handle(Tx tx, List<Delivery<Event>> deliveries) {
        for (var delivery : deliveries) {
            if (delivery.event() instanceof MemberEvent event) {
                if (!MemberId.valid(event.memberId())) {
                    throw new BadRecord("memberId has a form that no member has");
                }
                interested.forEach(one -> one.on(tx, event, delivery.cause()));
            }
        }
    }
}
