package dev.cairn.notify.consent;

import dev.cairn.contracts.MessageEvent.ConsentChanged;
import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.event.Cause;
import dev.cairn.kit.outbox.Outbox;
import dev.cairn.notify.consent.Consents.Topic;
import dev.cairn.notify.member.MemberStore;
import dev.cairn.notify.member.ReachChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

/** Notes what a member says about being written to. Saying the same again adds nothing. */
@ApplicationScoped
public class NoteConsent {
    private final MemberStore members;
    private final ConsentStore consents;
    private final Outbox outbox;
    private final CairnClock clock;
    private final Event<ReachChanged> reachChanged;
    private final ConsentMetrics metrics;

    public NoteConsent(
            MemberStore members,
            ConsentStore consents,
            Outbox outbox,
            CairnClock clock,
            Event<ReachChanged> reachChanged,
            ConsentMetrics metrics) {
        this.members = members;
        this.consents = consents;
        this.outbox = outbox;
        this.clock = clock;
        this.reachChanged = reachChanged;
        this.metrics = metrics;
    }

    /** Notes an answer that {@code by} passed on, and returns the one that counts now. */
    public Answer note(
            Tx tx, String memberId, Topic topic, boolean granted, String origin, String by) {
        members.lock(tx, memberId);
        var before = consents.current(tx, memberId, topic);
        if (before.filter(answer -> answer.granted() == granted).isPresent()) {
            return before.get();
        }
        var answer = new Answer(topic, granted, origin, clock.instant());
        consents.append(tx, memberId, answer, by);
        outbox.append(tx, Cause.none(), changed(memberId, answer));
        reachChanged.fire(new ReachChanged(tx, memberId));
        tx.afterCommit(() -> metrics.count(answer));
        return answer;
    }

    private static ConsentChanged changed(String memberId, Answer answer) {
        return new ConsentChanged(
                memberId,
                answer.topic().purpose().text(),
                answer.topic().channel().text(),
                answer.granted(),
                answer.origin(),
                answer.at());
    }
}
