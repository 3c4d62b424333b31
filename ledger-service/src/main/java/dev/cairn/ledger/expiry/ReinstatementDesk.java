package dev.cairn.ledger.expiry;

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
import dev.cairn.ledger.approval.Decision;
import dev.cairn.ledger.currency.Currencies;
import dev.cairn.ledger.expiry.ReinstatePoints.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/** Answers each wish to give expired points back once and for all. */
@ApplicationScoped
class ReinstatementDesk {
    private final AnswerOnce once;
    private final Currencies currencies;
    private final ReinstatePoints reinstatePoints;
    private final CairnClock clock;

    ReinstatementDesk(
            AnswerOnce once,
            Currencies currencies,
            ReinstatePoints reinstatePoints,
            CairnClock clock) {
        this.once = once;
        this.currencies = currencies;
        this.reinstatePoints = reinstatePoints;
        this.clock = clock;
    }

    /** All that makes two wishes the same. */
    private record Wish(String what, String member, ReinstatementRequest request) {}

    /**
     * Answers 201 when it was done, 202 when it waits.
     *
     * @throws Problem if the key was used with other content
     */
    Answer answer(
            String callerId, String memberId, IdempotencyKey key, ReinstatementRequest request) {
        var wish = new Wish("reinstatement", memberId, request);
        var name = BusinessKey.wish("reinstatement", callerId, key.value());
        return once.answer(
                callerId, key, wish, tx -> answer(tx, name, callerId, memberId, request));
    }

    private Answer answer(
            Tx tx,
            BusinessKey name,
            String callerId,
            String memberId,
            ReinstatementRequest request) {
        var currency =
                currencies.require(
                        Objects.requireNonNullElse(request.currency(), AccountId.POINTS));
        var staff = currency.adjustments();
        if (!staff.reasons().contains(request.reason())) {
            return Reply.refused(
                    Problem.of(LedgerProblem.REASON_UNKNOWN, "There is no such reason.")
                            .with("known", staff.reasons()));
        }
        var account = new AccountId(memberId, currency.id());
        var wish = wish(name, account, callerId, request);
        return answer(reinstatePoints.ask(tx, wish, request.points(), staff.secondApproverAbove()));
    }

    private Reinstatement wish(
            BusinessKey name, AccountId account, String callerId, ReinstatementRequest request) {
        return new Reinstatement(
                name.id(),
                account,
                request.awardId(),
                0,
                request.reason(),
                request.note(),
                request.expiresAt().truncatedTo(ChronoUnit.MICROS),
                Decision.WAITING,
                callerId,
                clock.instant(),
                null,
                null,
                null);
    }

    private static Answer answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> Answer.of(201, done.reinstatement());
            case Outcome.Waits waits -> Answer.of(202, waits.reinstatement());
            case Outcome.Refused refused -> Reply.refused(refused.why());
        };
    }
}
