package dev.cairn.ledger.household;

import dev.cairn.kit.db.Database;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.idempotency.Answer;
import dev.cairn.kit.idempotency.Idempotency;
import dev.cairn.kit.idempotency.IdempotencyKey;
import dev.cairn.ledger.Reply;
import dev.cairn.ledger.account.BusinessKey;
import dev.cairn.ledger.household.JoinHousehold.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/** Answers each wish to found a household or to join one once and for all. */
@ApplicationScoped
class MembershipDesk {
    private final Database database;
    private final Idempotency idempotency;
    private final JoinHousehold joining;
    private final ShowHousehold show;

    MembershipDesk(
            Database database, Idempotency idempotency, JoinHousehold joining, ShowHousehold show) {
        this.database = database;
        this.idempotency = idempotency;
        this.joining = joining;
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

    private Answer answer(
            String callerId, IdempotencyKey key, Wish wish, Function<Tx, Outcome> work) {
        return database.inTransaction(
                tx -> idempotency.once(tx, callerId, key, wish, () -> answer(tx, work.apply(tx))));
    }

    private Answer answer(Tx tx, Outcome outcome) {
        return switch (outcome) {
            case Outcome.In in -> Answer.of(201, show.view(tx, in.household()));
            case Outcome.Refused refused -> Reply.refused(refused.why());
        };
    }
}
