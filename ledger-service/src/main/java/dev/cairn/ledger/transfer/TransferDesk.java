package dev.cairn.ledger.transfer;

import dev.cairn.kit.db.Database;
import dev.cairn.kit.idempotency.Answer;
import dev.cairn.kit.idempotency.Idempotency;
import dev.cairn.kit.idempotency.IdempotencyKey;
import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.LedgerProblem;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.account.BusinessKey;
import dev.cairn.ledger.currency.Currencies;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;

/** Answers each wish to give points once and for all. */
@ApplicationScoped
class TransferDesk {
    private final Database database;
    private final Idempotency idempotency;
    private final GivePoints givePoints;
    private final Currencies currencies;

    TransferDesk(
            Database database,
            Idempotency idempotency,
            GivePoints givePoints,
            Currencies currencies) {
        this.database = database;
        this.idempotency = idempotency;
        this.givePoints = givePoints;
        this.currencies = currencies;
    }

    /** A member gives. */
    Answer give(String callerId, String memberId, IdempotencyKey key, TransferRequest wish) {
        var name = BusinessKey.wish("transfer", callerId, key.value());
        var currency = Objects.requireNonNullElse(wish.currency(), AccountId.POINTS);
        var gift =
                new Gift(
                        name.id(),
                        Gift.Kind.GIFT,
                        memberId,
                        wish.to(),
                        currency,
                        wish.points(),
                        null,
                        null);
        return answer(callerId, key, name, gift);
    }

    /** Staff moves points, whatever members themselves may do. */
    Answer move(String callerId, IdempotencyKey key, SupportTransferRequest wish) {
        var name = BusinessKey.wish("transfer", callerId, key.value());
        var currency =
                currencies.require(Objects.requireNonNullElse(wish.currency(), AccountId.POINTS));
        var reasons = currency.adjustments().reasons();
        if (!reasons.contains(wish.reason())) {
            throw Problem.of(LedgerProblem.REASON_UNKNOWN, "There is no such reason.")
                    .with("known", reasons);
        }
        var gift =
                new Gift(
                        name.id(),
                        Gift.Kind.SUPPORT,
                        wish.from(),
                        wish.to(),
                        currency.id(),
                        wish.points(),
                        wish.reason(),
                        callerId);
        return answer(callerId, key, name, gift);
    }

    private Answer answer(String callerId, IdempotencyKey key, BusinessKey name, Gift gift) {
        var currency = currencies.require(gift.currency());
        return database.inTransaction(
                tx ->
                        idempotency.once(
                                tx,
                                callerId,
                                key,
                                gift,
                                () -> givePoints.give(tx, gift, name, currency).answer()));
    }
}
