package dev.cairn.ledger.adjustment;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.idempotency.Answer;
import dev.cairn.kit.idempotency.IdempotencyKey;
import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.AnswerOnce;
import dev.cairn.ledger.Reply;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.account.BusinessKey;
import dev.cairn.ledger.adjustment.AskForAdjustment.Outcome;
import dev.cairn.ledger.approval.Decision;
import dev.cairn.ledger.currency.Currencies;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/** Answers each wish to adjust once and for all; the note does not go into answers. */
@ApplicationScoped
class AdjustmentDesk {
    private final AnswerOnce once;
    private final AskForAdjustment ask;
    private final Currencies currencies;
    private final CairnClock clock;

    AdjustmentDesk(AnswerOnce once, AskForAdjustment ask, Currencies currencies, CairnClock clock) {
        this.once = once;
        this.ask = ask;
        this.currencies = currencies;
        this.clock = clock;
    }

    /**
     * Answers 201 when it was done, 202 when it waits.
     *
     * @throws Problem if the key was used with other content
     */
    Answer answer(String callerId, IdempotencyKey key, AdjustmentRequest wish) {
        var name = BusinessKey.wish("adjustment", callerId, key.value());
        return once.answer(callerId, key, wish, tx -> answer(tx, name, callerId, wish));
    }

    private Answer answer(Tx tx, BusinessKey name, String callerId, AdjustmentRequest wish) {
        var now = clock.instant();
        var currency =
                currencies.require(Objects.requireNonNullElse(wish.currency(), AccountId.POINTS));
        var id = new AccountId(wish.member(), currency.id());
        return AdjustmentChecks.complaint(wish, currency, now)
                .map(Reply::refused)
                .orElseGet(
                        () -> answer(ask.ask(tx, asked(name, id, callerId, wish, now), currency)));
    }

    private static Adjustment asked(
            BusinessKey name, AccountId id, String callerId, AdjustmentRequest wish, Instant now) {
        return new Adjustment(
                name.id(),
                id,
                wish.points(),
                wish.reason(),
                wish.note(),
                Boolean.TRUE.equals(wish.allowDebt()),
                wish.expiresAt() == null ? null : wish.expiresAt().truncatedTo(ChronoUnit.MICROS),
                Decision.WAITING,
                callerId,
                now,
                null,
                null);
    }

    private static Answer answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> Answer.of(201, done.adjustment().withoutNote());
            case Outcome.Waits waits -> Answer.of(202, waits.adjustment().withoutNote());
            case Outcome.Refused refused -> Reply.refused(refused.why());
        };
    }
}
