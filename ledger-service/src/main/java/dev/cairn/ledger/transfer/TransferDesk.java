package dev.cairn.ledger.transfer;

import dev.cairn.kit.db.Tx;
import dev.cairn.kit.idempotency.Answer;
import dev.cairn.kit.idempotency.IdempotencyKey;
import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.AnswerOnce;
import dev.cairn.ledger.LedgerProblem;
import dev.cairn.ledger.Reply;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.account.BusinessKey;
import dev.cairn.ledger.currency.Currencies;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;

/** Answers each wish to give points once and for all. */
@ApplicationScoped
class TransferDesk {
    private final AnswerOnce once;
    private final GivePoints givePoints;
    private final Currencies currencies;

    TransferDesk(AnswerOnce once, GivePoints givePoints, Currencies currencies) {
        this.once = once;
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
        var currency = Objects.requireNonNullElse(wish.currency(), AccountId.POINTS);
        var gift =
                new Gift(
                        name.id(),
                        Gift.Kind.SUPPORT,
                        wish.from(),
                        wish.to(),
                        currency,
                        wish.points(),
                        wish.reason(),
                        callerId);
        return answer(callerId, key, name, gift);
    }

    private Answer answer(String callerId, IdempotencyKey key, BusinessKey name, Gift gift) {
        return once.answer(callerId, key, gift, tx -> answer(tx, name, gift));
    }

    private Answer answer(Tx tx, BusinessKey name, Gift gift) {
        var currency = currencies.require(gift.currency());
        var reasons = currency.adjustments().reasons();
        if (gift.kind() == Gift.Kind.SUPPORT && !reasons.contains(gift.reason())) {
            return Reply.refused(
                    Problem.of(LedgerProblem.REASON_UNKNOWN, "There is no such reason.")
                            .with("known", reasons));
        }
        return givePoints.give(tx, gift, name, currency).answer();
    }
}
