package dev.cairn.ledger.adjustment;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.idempotency.Answer;
import dev.cairn.kit.idempotency.Idempotency;
import dev.cairn.kit.idempotency.IdempotencyKey;
import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.Reply;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.account.BusinessKey;
import dev.cairn.ledger.adjustment.Adjustment.State;
import dev.cairn.ledger.adjustment.AskForAdjustment.Outcome;
import dev.cairn.ledger.currency.Currencies;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/** Answers each wish to adjust once and for all; the note does not go into answers. */
@ApplicationScoped
class AdjustmentDesk {
    private final Database database;
    private final Idempotency idempotency;
    private final AskForAdjustment ask;
    private final Currencies currencies;
    private final CairnClock clock;

    AdjustmentDesk(
            Database database,
            Idempotency idempotency,
            AskForAdjustment ask,
            Currencies currencies,
            CairnClock clock) {
        this.database = database;
        this.idempotency = idempotency;
        this.ask = ask;
        this.currencies = currencies;
        this.clock = clock;
    }

    /**
     * Answers 201 when it was done, 202 when it waits.
     *
     * @throws Problem if currency, reason, points or date are wrong
     */
    Answer answer(String callerId, IdempotencyKey key, AdjustmentRequest wish) {
        var now = clock.instant();
        var currency =
                currencies.require(Objects.requireNonNullElse(wish.currency(), AccountId.POINTS));
        AdjustmentChecks.complaint(wish, currency, now)
                .ifPresent(
                        complaint -> {
                            throw complaint;
                        });
        var id = new AccountId(wish.member(), currency.id());
        var name = BusinessKey.wish("adjustment", callerId, key.value());
        var asked = asked(name, id, callerId, wish, now);
        return database.inTransaction(
                tx ->
                        idempotency.once(
                                tx,
                                callerId,
                                key,
                                wish,
                                () -> answer(ask.ask(tx, asked, currency))));
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
                State.WAITING,
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
