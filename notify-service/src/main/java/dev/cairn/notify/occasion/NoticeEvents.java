package dev.cairn.notify.occasion;

import dev.cairn.contracts.Event;
import dev.cairn.contracts.MemberEvent;
import dev.cairn.contracts.MemberEvent.MemberChanged;
import dev.cairn.contracts.MemberEvent.MemberEnrolled;
import dev.cairn.contracts.MemberEvent.MemberErased;
import dev.cairn.contracts.MemberEvent.MemberMerged;
import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.event.Delivery;
import dev.cairn.kit.intake.BadRecord;
import dev.cairn.notify.contact.ContactStore;
import dev.cairn.notify.delivery.AskForMessages;
import dev.cairn.notify.delivery.Queued;
import dev.cairn.notify.delivery.Retraction;
import dev.cairn.notify.inbox.InboxStore;
import dev.cairn.notify.member.Member;
import dev.cairn.notify.member.MemberStore;
import dev.cairn.notify.occasion.Notice.Nothing;
import dev.cairn.notify.occasion.Notice.Say;
import dev.cairn.notify.occasion.Notice.TakeBack;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;

/** Takes from events what messages need: who the members are, and what there is to say. */
@ApplicationScoped
public class NoticeEvents {
    private final MemberStore members;
    private final ContactStore contacts;
    private final InboxStore inbox;
    private final AskForMessages messages;
    private final CairnClock clock;

    public NoticeEvents(
            MemberStore members,
            ContactStore contacts,
            InboxStore inbox,
            AskForMessages messages,
            CairnClock clock) {
        this.members = members;
        this.contacts = contacts;
        this.inbox = inbox;
        this.messages = messages;
        this.clock = clock;
    }

    void handle(Tx tx, List<Delivery<Event>> deliveries) {
        var asked = new ArrayList<Queued>();
        var takenBack = new ArrayList<Retraction>();
        for (var delivery : deliveries) {
            if (delivery.event() instanceof MemberEvent change) {
                profile(tx, change);
            }
            switch (Occasions.of(delivery.event())) {
                case Say(var candidate) -> asked.add(new Queued(candidate, delivery.cause()));
                case TakeBack(var retraction) -> takenBack.add(retraction);
                case Nothing() -> {
                    // Most events need no word.
                }
            }
        }
        messages.ask(tx, asked);
        takenBack.forEach(retraction -> messages.retract(tx, retraction));
    }

    private void profile(Tx tx, MemberEvent change) {
        switch (change) {
            case MemberEnrolled now -> save(tx, now.memberId(), now.zone(), now.locale());
            case MemberChanged now -> save(tx, now.memberId(), now.zone(), now.locale());
            case MemberErased gone -> erase(tx, gone.memberId());
            case MemberMerged _ -> {
                // Addresses and consents stay with the record they were given for.
            }
        }
    }

    private void save(Tx tx, String memberId, String zone, String locale) {
        try {
            members.save(tx, Member.of(memberId, zone, locale));
        } catch (DateTimeException e) {
            throw new BadRecord("zone is not an IANA time zone", e);
        }
    }

    private void erase(Tx tx, String memberId) {
        members.erase(tx, memberId, clock.instant());
        contacts.removeAll(tx, memberId);
        inbox.removeAll(tx, memberId);
        messages.silence(tx, memberId);
    }
}
