package dev.cairn.ledger.hold;

import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.LedgerProblem;

/** Says a refusal to callers, with the numbers. */
public final class HoldProblems {
    private HoldProblems() {}

    /** The refusal as callers read it. */
    public static Problem of(HoldOutcome.Refused refused) {
        return switch (refused) {
            case HoldOutcome.Insufficient lacking -> {
                var missing = lacking.required() - lacking.available();
                yield Problem.of(
                                LedgerProblem.INSUFFICIENT_POINTS,
                                "%d points are missing.".formatted(missing))
                        .with("required", lacking.required())
                        .with("available", lacking.available())
                        .with("missing", missing);
            }
            case HoldOutcome.Frozen frozen ->
                    Problem.of(
                            LedgerProblem.ACCOUNT_FROZEN,
                            "Nothing new is promised from a frozen account.");
            case HoldOutcome.Closed closed ->
                    Problem.of(LedgerProblem.ACCOUNT_CLOSED, "The member is no longer there.");
            case HoldOutcome.TooLong tooLong ->
                    Problem.of(LedgerProblem.HOLD_TOO_LONG, "Points are not held that long.")
                            .with("longest", tooLong.longest().toString())
                            .with("until", tooLong.until());
            case HoldOutcome.Lapsed lapsed ->
                    Problem.of(LedgerProblem.HOLD_LAPSED, "The time of this hold is over.")
                            .with("lapsedAt", lapsed.lapsedAt());
            case HoldOutcome.Settled settled ->
                    Problem.of(LedgerProblem.HOLD_SETTLED, "This hold has ended.")
                            .with("state", settled.status().label())
                            .with("captured", settled.captured());
            case HoldOutcome.ExceedsHold exceeds ->
                    Problem.of(LedgerProblem.CAPTURE_EXCEEDS_HOLD, "Less than that is held.")
                            .with("held", exceeds.held())
                            .with("missing", exceeds.missing());
            case HoldOutcome.NotWhole part ->
                    Problem.of(LedgerProblem.CAPTURE_NOT_WHOLE, "A reward is had whole.")
                            .with("held", part.held())
                            .with("missing", part.missing());
            case HoldOutcome.OfReward reward ->
                    Problem.of(LedgerProblem.HOLD_OF_REWARD, "Cancel the redemption instead.")
                            .with("state", reward.status().label())
                            .with("redemption", reward.redemptionId());
            case HoldOutcome.ExceedsCapture exceeds ->
                    Problem.of(
                                    LedgerProblem.REFUND_EXCEEDS_CAPTURE,
                                    "Less than that was captured and not given back.")
                            .with("refundable", exceeds.refundable())
                            .with("missing", exceeds.missing());
            case HoldOutcome.Denied denied -> denied.problem();
        };
    }
}
