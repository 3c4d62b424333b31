package dev.cairn.notify.delivery;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Tx;
import dev.cairn.notify.member.MemberStore;
import dev.cairn.notify.member.ReachChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.stream.Collectors;

/** Asks for messages, or takes the request back, within somebody else's transaction. */
@ApplicationScoped
public class AskForMessages {
    private final QueueStore queue;
    private final MemberStore members;
    private final Dispatcher dispatcher;
    private final CairnClock clock;

    public AskForMessages(
            QueueStore queue, MemberStore members, Dispatcher dispatcher, CairnClock clock) {
        this.queue = queue;
        this.members = members;
        this.dispatcher = dispatcher;
        this.clock = clock;
    }

    /** Asks for messages; one that was asked for before is not asked for again. */
    public void ask(Tx tx, List<Queued> asked) {
        if (!asked.isEmpty()) {
            var ids = asked.stream().map(q -> q.candidate().memberId());
            members.mention(tx, ids.collect(Collectors.toSet()));
            queue.add(tx, asked, clock.instant());
            tx.afterCommit(dispatcher::wake);
        }
    }

    /** Ends the use of messages that wait and are no longer true. */
    public void retract(Tx tx, Retraction retraction) {
        queue.retract(tx, retraction, clock.instant());
        tx.afterCommit(dispatcher::wake);
    }

    /** Nothing is to be said to this member any more. */
    public void silence(Tx tx, String memberId) {
        queue.forget(tx, memberId, clock.instant());
        tx.afterCommit(dispatcher::wake);
    }

    void reachChanged(@Observes ReachChanged change) {
        if (queue.hasten(change.tx(), change.memberId(), clock.instant()) > 0) {
            change.tx().afterCommit(dispatcher::wake);
        }
    }
}
