package dev.cairn.ledger.catalogue;

import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.LedgerProblem;
import java.time.Instant;
import java.util.Locale;
import java.util.SortedSet;

/** Why a member cannot have a reward, however many points there are. */
public sealed interface Obstacle {

    /** It is reserved to tiers or segments. */
    record NotForYou(SortedSet<String> whom) implements Obstacle {}

    /** It does not cost points of the currency that the member wants to pay with. */
    record NoSuchPrice(SortedSet<String> currencies) implements Obstacle {}

    /**
     * It is not its time.
     *
     * @param opensAt null when it never comes again
     */
    record NotNow(Instant opensAt) implements Obstacle {}

    /**
     * The member has had it as often as it goes.
     *
     * @param againAt null when that is for ever
     */
    record LimitReached(MemberLimit limit, long taken, Instant againAt) implements Obstacle {}

    /** None is left. */
    record SoldOut(String reward) implements Obstacle {}

    /** No code is left. */
    record NoCodeLeft() implements Obstacle {}

    /** How programs know it in a list. */
    default String reason() {
        return switch (this) {
            case NotForYou not -> "not-for-you";
            case NoSuchPrice no -> "no-such-price";
            case NotNow not -> "not-now";
            case LimitReached reached -> "limit-reached";
            case SoldOut out -> "sold-out";
            case NoCodeLeft none -> "codes-exhausted";
        };
    }

    /** How it answers a wish. */
    default Problem asProblem() {
        return switch (this) {
            case NotForYou(var whom) ->
                    Problem.of(LedgerProblem.REWARD_NOT_FOR_YOU, "It is reserved to others.")
                            .with("for", whom);
            case NoSuchPrice(var currencies) ->
                    Problem.of(
                                    LedgerProblem.REWARD_HAS_NO_SUCH_PRICE,
                                    "It cannot be had for this currency.")
                            .with("currencies", currencies);
            case NotNow(var opensAt) -> notNow(opensAt);
            case LimitReached reached -> limitReached(reached);
            case SoldOut(var reward) ->
                    Problem.of(LedgerProblem.REWARD_SOLD_OUT, "Nothing is left of this reward.")
                            .with("reward", reward)
                            .with("available", 0);
            case NoCodeLeft() ->
                    Problem.of(LedgerProblem.CODES_EXHAUSTED, "No code is left for this reward.")
                            .with("available", 0);
        };
    }

    private static Problem notNow(Instant opensAt) {
        return opensAt == null
                ? Problem.of(LedgerProblem.REWARD_NOT_NOW, "Its time is over.")
                : Problem.of(LedgerProblem.REWARD_NOT_NOW, "Its time has not come.")
                        .with("opensAt", opensAt);
    }

    private static Problem limitReached(LimitReached reached) {
        var per = reached.limit().per();
        var problem =
                Problem.of(LedgerProblem.REWARD_LIMIT_REACHED, "The member has had it that often.")
                        .with("limit", reached.limit().limit())
                        .with("per", per.name().toLowerCase(Locale.ROOT))
                        .with("taken", reached.taken());
        return reached.againAt() == null ? problem : problem.with("againAt", reached.againAt());
    }
}
