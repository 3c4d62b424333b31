package dev.cairn.ledger.transfer;

import dev.cairn.kit.clock.CairnClock;
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
import dev.cairn.ledger.currency.Currency;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;

/** Answers each wish to give points once and for all. */
@ApplicationScoped
class TransferDesk {
    private final AnswerOnce once;
    private final GivePoints givePoints;
    private final SupportTransferStore waiting;
    private final Currencies currencies;
    private final CairnClock clock;

    TransferDesk(
            AnswerOnce once,
            GivePoints givePoints,
            SupportTransferStore waiting,
            Currencies currencies,
            CairnClock clock) {
        this.once = once;
        this.givePoints = givePoints;
        this.waiting = waiting;
        this.currencies = currencies;
        this.clock = clock;
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

    /**
     * Staff moves points, whatever members themselves may do: answers 201 when it was done, 202
     * when it waits for a second person.
     */
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
        return switch (gift.kind()) {
            case SUPPORT -> support(tx, name, gift, currency);
            case GIFT, DONATION, WITHDRAWAL, SHARE, MERGE ->
                    givePoints.give(tx, gift, name, currency).answer();
        };
    }

    private Answer support(Tx tx, BusinessKey name, Gift gift, Currency currency) {
        var staff = currency.adjustments();
        if (!staff.reasons().contains(gift.reason())) {
            return Reply.refused(
                    Problem.of(LedgerProblem.REASON_UNKNOWN, "There is no such reason.")
                            .with("known", staff.reasons()));
        }
        return gift.points() > staff.secondApproverAbove()
                ? TransferChecks.refusal(gift, currency)
                        .map(Reply::refused)
                        .orElseGet(() -> keep(tx, gift))
                : givePoints.give(tx, gift, name, currency).answer();
    }

    private Answer keep(Tx tx, Gift gift) {
        var asked = SupportTransfer.of(gift, clock.instant());
        waiting.insert(tx, asked);
        Log.infof("transfer waits: reason=%s id=%s", asked.reason(), asked.id());
        return Answer.of(202, asked);
    }
}
