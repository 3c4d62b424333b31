package dev.cairn.ledger.points;

import dev.cairn.ledger.account.Account;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A member's points by state. All that came (earned, adjusted, transferred, converted, written off)
 * is all that is there or went: active, pending and held less arrears, spent, expired, reversed.
 *
 * @param adjusted came by hand or by import, less what was taken by hand
 * @param transferred came from other members, less what went to them
 * @param converted came from other currencies, less what became theirs
 * @param writtenOff what claw-backs did not get and nobody owes
 */
@Schema(name = "Points")
public record PointsView(
        String member,
        String currency,
        long active,
        long pending,
        long held,
        long spent,
        long expired,
        long reversed,
        long arrears,
        @Schema(description = "What can be spent, or what is owed when negative.") long balance,
        long lifetimeEarned,
        Split earned,
        Split clawedBack,
        long adjusted,
        long transferred,
        long converted,
        long writtenOff,
        @Schema(
                        description =
                                "The next days on which points run out. With expiringLater and"
                                        + " neverExpiring they add up to the active points.")
                List<Expiry> nextExpiries,
        long expiringLater,
        long neverExpiring,
        @Schema(description = "Whether points may only come, not go, for the time being.")
                boolean frozen)
        implements PointsAnswer {

    /** Points for orders, and for everything else. */
    public record Split(long base, long bonus) {}

    /**
     * Points that run out together.
     *
     * @param at the first instant at which they cannot be spent
     */
    public record Expiry(Instant at, long points) {}

    static PointsView of(Account account, Schedule schedule, boolean frozen) {
        var balance = account.balance();
        return new PointsView(
                account.id().memberId(),
                account.id().currency(),
                balance.active(),
                balance.pending(),
                balance.held(),
                balance.spent(),
                balance.expired(),
                balance.reversed(),
                balance.arrears(),
                balance.visible(),
                balance.lifetimeEarned(),
                new Split(balance.earnedBase(), balance.earnedBonus()),
                new Split(balance.clawedBase(), balance.clawedBonus()),
                balance.adjusted(),
                balance.transferred(),
                balance.converted(),
                balance.writtenOff(),
                schedule.next(),
                schedule.later(),
                schedule.never(),
                frozen);
    }
}
