package dev.cairn.ledger.hold;

import dev.cairn.kit.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** What became of the wish to place or to change a hold. */
public sealed interface HoldOutcome {

    /**
     * It was done.
     *
     * @param hold as it is now
     * @param points that the wish moved; 0 when it moved none
     */
    record Done(Hold hold, long points) implements HoldOutcome {}

    /** It was not done, and nothing changed. */
    sealed interface Refused extends HoldOutcome {}

    /** The member cannot spend that much; what other holds reserve does not count. */
    record Insufficient(long required, long available) implements Refused {}

    /** The account is frozen. */
    record Frozen() implements Refused {}

    /** The member was merged or erased. */
    record Closed() implements Refused {}

    /** It would last longer than the currency allows. */
    record TooLong(Duration longest, Instant until) implements Refused {}

    /** Its time was over; what was left is free again. */
    record Lapsed(Instant lapsedAt) implements Refused {}

    /** It had ended before. */
    record Settled(Hold.Status status, long captured) implements Refused {}

    /** More was to be captured than is held. */
    record ExceedsHold(long held, long missing) implements Refused {}

    /** Less than all was to be captured of a hold that reserves a reward. */
    record NotWhole(long held, long missing) implements Refused {}

    /** What is reserved is a reward: it comes back by the end of its redemption. */
    record OfReward(Hold.Status status, UUID redemptionId) implements Refused {}

    /** More was to be given back than was captured and not given back yet. */
    record ExceedsCapture(long refundable, long missing) implements Refused {}

    /** Whoever placed it has a rule of its own against it. */
    record Denied(Problem problem) implements Refused {}
}
