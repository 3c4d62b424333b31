package dev.cairn.ledger.household;

import dev.cairn.kit.db.Tx;
import dev.cairn.kit.idempotency.Answer;
import dev.cairn.kit.idempotency.IdempotencyKey;
import dev.cairn.ledger.AnswerOnce;
import dev.cairn.ledger.Reply;
import dev.cairn.ledger.account.BusinessKey;
import dev.cairn.ledger.household.JoinHousehold.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/** Answers each wish to found, to join or to leave a household once and for all. */
@ApplicationScoped
class MembershipDesk {
    private final AnswerOnce once;
    private final JoinHousehold joining;
    private final ChangeMembers members;
    private final ShowHousehold show;

    MembershipDesk(
            AnswerOnce once, JoinHousehold joining, ChangeMembers members, ShowHousehold show) {
        this.once = once;
        this.joining = joining;
        this.members = members;
        this.show = show;
    }

    /** All that makes two wishes the same; of the token only its hash is kept. */
    private record Wish(String what, String member, String token) {}

    Answer found(String callerId, String memberId, IdempotencyKey key) {
        var name = BusinessKey.wish("household", callerId, key.value());
        var wish = new Wish("household", memberId, null);
        return answer(callerId, key, wish, tx -> joining.found(tx, memberId, name));
    }

    Answer join(String callerId, String memberId, IdempotencyKey key, String token) {
        var wish = new Wish("join", memberId, token);
        return answer(callerId, key, wish, tx -> joining.join(tx, memberId, token));
    }

    Answer leave(String callerId, String memberId, IdempotencyKey key) {
        var wish = new Wish("leave", memberId, null);
        return once.answer(callerId, key, wish, tx -> Answer.of(200, members.leave(tx, memberId)));
    }

    /** The owner lets a member go. */
    Answer remove(String callerId, String owner, IdempotencyKey key, String memberId) {
        var wish = new Wish("remove", memberId, null);
        return once.answer(
                callerId, key, wish, tx -> Answer.of(200, members.remove(tx, owner, memberId)));
    }

    private Answer answer(
            String callerId, IdempotencyKey key, Wish wish, Function<Tx, Outcome> work) {
        return once.answer(callerId, key, wish, tx -> answer(tx, work.apply(tx)));
    }

    private Answer answer(Tx tx, Outcome outcome) {
        return switch (outcome) {
            case Outcome.In in -> Answer.of(201, show.view(tx, in.household()));
            case Outcome.Refused refused -> Reply.refused(refused.why());
        };
    }
}
