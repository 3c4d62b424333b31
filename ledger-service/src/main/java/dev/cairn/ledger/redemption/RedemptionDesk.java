package dev.cairn.ledger.redemption;

import dev.cairn.kit.db.Database;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.idempotency.Answer;
import dev.cairn.kit.idempotency.Idempotency;
import dev.cairn.kit.idempotency.IdempotencyKey;
import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.LedgerProblem;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.account.BusinessKey;
import dev.cairn.ledger.redemption.RedeemReward.Outcome;
import jakarta.enterprise.context.ApplicationScoped;

/** Answers each wish once and for all: a refused wish stays refused. */
@ApplicationScoped
class RedemptionDesk {
    private final Database database;
    private final Idempotency idempotency;
    private final RedeemReward redeemReward;
    private final RedemptionMetrics metrics;

    RedemptionDesk(
            Database database,
            Idempotency idempotency,
            RedeemReward redeemReward,
            RedemptionMetrics metrics) {
        this.database = database;
        this.idempotency = idempotency;
        this.redeemReward = redeemReward;
        this.metrics = metrics;
    }

    /** All that makes two wishes the same. */
    private record Wish(String what, String member, String reward) {}

    Answer answer(String callerId, String memberId, IdempotencyKey key, String reward) {
        var wish = new Wish("redemption", memberId, reward);
        return database.inTransaction(
                tx ->
                        idempotency.once(
                                tx,
                                callerId,
                                key,
                                wish,
                                () -> answer(tx, callerId, memberId, key, reward)));
    }

    private Answer answer(
            Tx tx, String callerId, String memberId, IdempotencyKey key, String reward) {
        var name = BusinessKey.redemption(callerId, key.value());
        var outcome = redeemReward.redeem(tx, AccountId.of(memberId), name, reward);
        metrics.countAfterCommit(tx, outcome);
        return switch (outcome) {
            case Outcome.Redeemed redeemed -> Answer.of(201, redeemed.receipt());
            case Outcome.Insufficient lacking ->
                    refusal(
                            Problem.of(
                                            LedgerProblem.INSUFFICIENT_POINTS,
                                            "%d points are missing.".formatted(lacking.missing()))
                                    .with("required", lacking.required())
                                    .with("available", lacking.available())
                                    .with("missing", lacking.missing()));
            case Outcome.SoldOut soldOut ->
                    refusal(
                            Problem.of(
                                            LedgerProblem.REWARD_SOLD_OUT,
                                            "Nothing is left of this reward.")
                                    .with("reward", reward)
                                    .with("available", 0));
            case Outcome.Unknown unknown ->
                    refusal(
                            Problem.of(
                                    LedgerProblem.REWARD_UNKNOWN,
                                    "The catalogue has no such reward."));
        };
    }

    private static Answer refusal(Problem problem) {
        return Answer.of(problem.type().status(), problem.asBody());
    }
}
