package dev.cairn.ledger.hold;

import dev.cairn.kit.problem.KitProblem;
import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.account.Account;
import dev.cairn.ledger.currency.Currency;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Says why a wish about a hold is refused, if it is. */
final class HoldChecks {
    private HoldChecks() {}

    static Optional<HoldOutcome.Refused> lasting(Currency currency, Duration length, Instant now) {
        var longest = currency.holds().longest();
        return length.compareTo(longest) > 0
                ? Optional.of(new HoldOutcome.TooLong(longest, now.plus(longest)))
                : Optional.empty();
    }

    /**
     * Points may only be promised to one at a time: what is held is not available. Points of a
     * household are taken out of it by its members first.
     */
    static Optional<HoldOutcome.Refused> placing(Account account, long points) {
        var refused = members(account).or(() -> goodStanding(account));
        var available = account.balance().active();
        return refused.isEmpty() && points > available
                ? Optional.of(new HoldOutcome.Insufficient(points, available))
                : refused;
    }

    /** A longer life is a new promise, which a frozen account cannot give. */
    static Optional<HoldOutcome.Refused> extending(
            Account account, Currency currency, Hold hold, Instant until) {
        var refused = open(hold).or(() -> goodStanding(account));
        return refused.isEmpty() && until.isAfter(hold.latestUntil())
                ? Optional.of(
                        new HoldOutcome.TooLong(currency.holds().longest(), hold.latestUntil()))
                : refused;
    }

    /** What was promised before the account was frozen may be taken; half a reward may not. */
    static Optional<HoldOutcome.Refused> capturing(Hold hold, long points, boolean keepRest) {
        var refused = open(hold);
        if (refused.isPresent()) {
            return refused;
        }
        var missing = hold.held() - points;
        if (missing < 0) {
            return Optional.of(new HoldOutcome.ExceedsHold(hold.held(), -missing));
        }
        return hold.reward() != null && (missing > 0 || keepRest)
                ? Optional.of(new HoldOutcome.NotWhole(hold.held(), missing))
                : Optional.empty();
    }

    static Optional<HoldOutcome.Refused> open(Hold hold) {
        return switch (hold.status()) {
            case HELD -> Optional.empty();
            case LAPSED -> Optional.of(new HoldOutcome.Lapsed(hold.lapsesAt()));
            case CAPTURED, VOIDED ->
                    Optional.of(new HoldOutcome.Settled(hold.status(), hold.captured()));
        };
    }

    /**
     * Points come in to frozen accounts and to those of merged members, from where they follow, but
     * to none whose member was erased. A reward comes back with its points, where it is cancelled.
     */
    static Optional<HoldOutcome.Refused> refunding(Account account, Hold hold, long points) {
        if (account.standing().erased()) {
            return Optional.of(new HoldOutcome.Closed());
        }
        if (hold.reward() != null) {
            return Optional.of(new HoldOutcome.OfReward(hold.status(), hold.id()));
        }
        return points > hold.refundable()
                ? Optional.of(
                        new HoldOutcome.ExceedsCapture(
                                hold.refundable(), points - hold.refundable()))
                : Optional.empty();
    }

    private static Optional<HoldOutcome.Refused> members(Account account) {
        return account.id().ofHousehold()
                ? Optional.of(
                        new HoldOutcome.Denied(
                                Problem.of(
                                        KitProblem.FORBIDDEN,
                                        "Only its members use the points of a household.")))
                : Optional.empty();
    }

    private static Optional<HoldOutcome.Refused> goodStanding(Account account) {
        if (account.standing().closed()) {
            return Optional.of(new HoldOutcome.Closed());
        }
        return account.standing().frozen()
                ? Optional.of(new HoldOutcome.Frozen())
                : Optional.empty();
    }
}
