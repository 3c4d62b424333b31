package dev.cairn.ledger.expiry;

import dev.cairn.kit.db.Tx;
import dev.cairn.kit.idempotency.Answer;
import dev.cairn.kit.idempotency.IdempotencyKey;
import dev.cairn.kit.problem.KitProblem;
import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.AnswerOnce;
import dev.cairn.ledger.LedgerProblem;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.account.BusinessKey;
import dev.cairn.ledger.currency.Currencies;
import dev.cairn.ledger.expiry.ReinstatePoints.Outcome;
import jakarta.enterprise.context.ApplicationScoped;

/** Answers each wish to give expired points back once and for all. */
@ApplicationScoped
class ReinstatementDesk {
    private final AnswerOnce once;
    private final Currencies currencies;
    private final ReinstatePoints reinstatePoints;

    ReinstatementDesk(AnswerOnce once, Currencies currencies, ReinstatePoints reinstatePoints) {
        this.once = once;
        this.currencies = currencies;
        this.reinstatePoints = reinstatePoints;
    }

    /** All that makes two wishes the same. */
    private record Wish(String what, String member, ReinstatementRequest request) {}

    Answer answer(
            String callerId, String memberId, IdempotencyKey key, ReinstatementRequest request) {
        var wish = new Wish("reinstatement", memberId, request);
        return once.answer(callerId, key, wish, tx -> answer(tx, callerId, memberId, key, request));
    }

    private Answer answer(
            Tx tx,
            String callerId,
            String memberId,
            IdempotencyKey key,
            ReinstatementRequest request) {
        var name = request.currency() == null ? AccountId.POINTS : request.currency();
        var currency = currencies.require(name);
        if (!currency.adjustments().reasons().contains(request.reason())) {
            return refusal(
                    Problem.of(LedgerProblem.REASON_UNKNOWN, "There is no such reason.")
                            .with("known", currency.adjustments().reasons()));
        }
        var outcome =
                reinstatePoints.reinstate(
                        tx,
                        new AccountId(memberId, name),
                        BusinessKey.reinstatement(callerId, key.value()),
                        request,
                        callerId);
        return switch (outcome) {
            case Outcome.Reinstated done -> Answer.of(201, done.reinstatement());
            case Outcome.TooMuch lacking ->
                    refusal(
                            Problem.of(
                                            LedgerProblem.REINSTATEMENT_EXCEEDS_EXPIRED,
                                            "So many points have not expired.")
                                    .with("required", lacking.required())
                                    .with("available", lacking.available())
                                    .with("missing", lacking.required() - lacking.available()));
            case Outcome.Over over ->
                    refusal(
                            Problem.of(
                                            KitProblem.INVALID_REQUEST,
                                            "expiresAt has to be in the future.")
                                    .with("now", over.now().toString()));
            case Outcome.Closed closed ->
                    refusal(
                            Problem.of(
                                    LedgerProblem.ACCOUNT_CLOSED,
                                    "Nothing is kept in this account any more."));
        };
    }

    private static Answer refusal(Problem problem) {
        return Answer.of(problem.type().status(), problem.asBody());
    }
}
