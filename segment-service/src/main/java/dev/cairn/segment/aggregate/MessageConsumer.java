package dev.cairn.segment.aggregate;

import dev.cairn.contracts.Event;
import dev.cairn.contracts.MessageEvent;
import dev.cairn.contracts.MessageEvent.ConsentChanged;
import dev.cairn.contracts.MessageEvent.FeedbackGiven;
import dev.cairn.contracts.MessageEvent.MessageBounced;
import dev.cairn.contracts.MessageEvent.MessageClicked;
import dev.cairn.contracts.MessageEvent.MessageComplained;
import dev.cairn.contracts.MessageEvent.MessageDeferred;
import dev.cairn.contracts.MessageEvent.MessageDelivered;
import dev.cairn.contracts.MessageEvent.MessageFailed;
import dev.cairn.contracts.MessageEvent.MessageOpened;
import dev.cairn.contracts.MessageEvent.MessageSent;
import dev.cairn.contracts.MessageEvent.MessageSkipped;
import dev.cairn.contracts.Topics;
import dev.cairn.kit.access.MemberId;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.event.Cause;
import dev.cairn.kit.event.Delivery;
import dev.cairn.kit.intake.BadRecord;
import dev.cairn.kit.intake.Intake;
import dev.cairn.kit.intake.Subscription;
import dev.cairn.segment.member.Member;
import dev.cairn.segment.membership.Change;
import dev.cairn.segment.membership.MoveCause;
import dev.cairn.segment.membership.MoveMembers;
import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears when members were written to, and when they reacted. */
@Startup
@ApplicationScoped
public class MessageConsumer {
    private final Subscription messages;
    private final MoveMembers moves;

    public MessageConsumer(Intake intake, MoveMembers moves) {
        this.messages = intake.subscribe(Topics.MESSAGES, this::keep);
        this.moves = moves;
    }

    @Incoming("messages")
    @Blocking
    void on(ConsumerRecords<String, byte[]> batch) {
        messages.take(batch);
    }

    private void keep(Tx tx, List<Delivery<Event>> deliveries) {
        Map<String, Contact> contacts = new TreeMap<>();
        Map<String, Cause> traces = new TreeMap<>();
        for (var delivery : deliveries) {
            if (!(delivery.event() instanceof MessageEvent event)
                    || !MemberId.valid(event.memberId())) {
                throw new BadRecord("not a message event of a member");
            }
            Contact contact = contact(event);
            if (!contact.equals(Contact.NONE)) {
                contacts.merge(event.memberId(), contact, Contact::and);
                traces.put(event.memberId(), delivery.cause());
            }
        }
        if (contacts.isEmpty()) {
            return;
        }
        var members = moves.lock(tx, contacts.keySet()).values();
        moves.settle(
                tx,
                members.stream()
                        .map(m -> change(m, contacts.get(m.id()), traces.get(m.id())))
                        .toList());
    }

    private static Change change(Member member, Contact contact, Cause trace) {
        return new Change(member, contact.applyTo(member), MoveCause.MESSAGE, trace);
    }

    private static Contact contact(MessageEvent event) {
        return switch (event) {
            case MessageSent sent -> Contact.message(sent.occurredAt());
            case MessageClicked clicked -> Contact.reaction(clicked.occurredAt());
            case FeedbackGiven feedback -> Contact.reaction(feedback.occurredAt());
            case MessageDeferred none -> Contact.NONE;
            case MessageSkipped none -> Contact.NONE;
            case MessageFailed none -> Contact.NONE;
            case MessageDelivered none -> Contact.NONE;
            case MessageOpened none -> Contact.NONE;
            case MessageBounced none -> Contact.NONE;
            case MessageComplained none -> Contact.NONE;
            case ConsentChanged none -> Contact.NONE;
        };
    }
}
