package dev.cairn.rules.member;

import dev.cairn.contracts.Event;
import dev.cairn.contracts.MemberEvent;
import dev.cairn.contracts.Topics;
import dev.cairn.kit.access.MemberId;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.event.Delivery;
import dev.cairn.kit.intake.BadRecord;
import dev.cairn.kit.intake.Intake;
import dev.cairn.kit.intake.Subscription;
import dev.cairn.rules.award.EvaluateMembers;
import dev.cairn.rules.award.Triggers;
import dev.cairn.rules.history.HistoryStore;
import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@Startup
@ApplicationScoped
public class MemberConsumer {
    private final Subscription members;
    private final HistoryStore histories;
    private final EvaluateMembers evaluation;

    MemberConsumer(Intake intake, HistoryStore histories, EvaluateMembers evaluation) {
        this.members = intake.subscribeWithoutInbox(Topics.MEMBERS, this::handle);
        this.histories = histories;
        this.evaluation = evaluation;
    }

    @Incoming("members")
    @Blocking
    void on(ConsumerRecords<String, byte[]> batch) {
        members.take(batch);
    }

    private void handle(Tx tx, List<Delivery<Event>> deliveries) {
        var events = new ArrayList<MemberEvent>();
        var triggers = new Triggers();
        for (var delivery : deliveries) {
            if (delivery.event() instanceof MemberEvent event) {
                check(event);
                events.add(event);
                triggers.add(event, delivery.cause());
            }
        }
        histories.add(tx, events);
        evaluation.evaluate(tx, triggers);
    }

    private static void check(MemberEvent event) {
        if (!MemberId.valid(event.memberId())) {
            throw new BadRecord("memberId has a form that no member has");
        }
        switch (event) {
            case MemberEvent.MemberEnrolled enrolled -> checkZone(enrolled.zone());
            case MemberEvent.MemberChanged changed -> checkZone(changed.zone());
            case MemberEvent.MemberMerged merged -> {}
            case MemberEvent.MemberErased erased -> {}
        }
    }

    private static void checkZone(String zone) {
        try {
            if (zone == null) {
                throw new BadRecord("zone is missing");
            }
            ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new BadRecord("zone is not an IANA time zone", e);
        }
    }
}
