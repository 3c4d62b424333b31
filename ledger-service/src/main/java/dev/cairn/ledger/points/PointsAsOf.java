package dev.cairn.ledger.points;

import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.account.Pot;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A member's points as of a time, as far as they were known at another: the fold of what happened
 * until {@code at} and was recorded until {@code known}. What is learnt late can make active points
 * and debts exist side by side in that fold; they are set off, as they would have been.
 */
@Schema(name = "PointsAsOf")
public record PointsAsOf(
        String member,
        String currency,
        Instant at,
        Instant known,
        long active,
        long pending,
        long held,
        long spent,
        long expired,
        long reversed,
        long arrears,
        @Schema(description = "What could be spent, or what was owed when negative.") long balance,
        long lifetimeEarned,
        long adjusted,
        long transferred,
        long converted,
        long writtenOff)
        implements PointsAnswer {

    /**
     * From the sums of the pots.
     *
     * @param sums a pot that is missing held nothing
     */
    static PointsAsOf of(AccountId id, Instant at, Instant known, Map<Pot, Long> sums) {
        var balance = sum(sums, Pot.ACTIVE) + sum(sums, Pot.ARREARS);
        return new PointsAsOf(
                id.memberId(),
                id.currency(),
                at,
                known,
                Math.max(0, balance),
                sum(sums, Pot.PENDING),
                sum(sums, Pot.HELD),
                sum(sums, Pot.REDEEMED),
                sum(sums, Pot.EXPIRED),
                sum(sums, Pot.REVERSED),
                Math.max(0, -balance),
                balance,
                -sum(sums, Pot.ISSUED),
                -sum(sums, Pot.ADJUSTED),
                -sum(sums, Pot.TRANSFERRED),
                -sum(sums, Pot.CONVERTED),
                -sum(sums, Pot.WRITTEN_OFF));
    }

    private static long sum(Map<Pot, Long> sums, Pot pot) {
        return sums.getOrDefault(pot, 0L);
    }
}
