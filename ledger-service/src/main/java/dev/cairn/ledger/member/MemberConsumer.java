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
import dev.cairn.ledger.member.TellOfMembers.Told;
import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of members, each event once. */
@Startup
@ApplicationScoped
class MemberConsumer {
    private final Subscription members;
    private final TellOfMembers tellOfMembers;

    MemberConsumer(Intake intake, TellOfMembers tellOfMembers) {
        this.members = intake.subscribe(Topics.MEMBERS, this::handle);
        this.tellOfMembers = tellOfMembers;
    }

    @Incoming("members")
    @Blocking
    void on(ConsumerRecords<String, byte[]> batch) {
        members.take(batch);
    }

    private void handle(Tx tx, List<Delivery<Event>> deliveries) {
        var news = new ArrayList<Told>();
        for (var delivery : deliveries) {
            if (delivery.event() instanceof MemberEvent event) {
                if (!MemberId.valid(event.memberId())) {
                    throw new BadRecord("memberId has a form that no member has");
                }
                news.add(new Told(event, delivery.cause()));
            }
        }
        tellOfMembers.tell(tx, news);
    }
}
