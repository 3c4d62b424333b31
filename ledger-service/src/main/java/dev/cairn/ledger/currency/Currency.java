package dev.cairn.ledger.currency;

import dev.cairn.contracts.RewardEvent.AwardCategory;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A point currency and its rules; what the file leaves out has the value that asks least of
 * members.
 *
 * @param title by language; English is always there
 * @param zone in which its days begin and end; absent means the programme's
 * @param beyondBalance what a claw-back does that finds too little
 * @param otherLots whether a claw-back may take from points of other awards
 * @param spendFirst kinds of awards whose points are spent before all others, whatever runs out
 *     when
 */
public record Currency(
        String id,
        Map<String, String> title,
        ZoneId zone,
        ExpiryModel expiry,
        BeyondBalance beyondBalance,
        Boolean otherLots,
        DeadLots deadLots,
        List<Cap> caps,
        Transfers transfers,
        Holds holds,
        Adjustments adjustments,
        Set<AwardCategory> spendFirst) {

    public Currency {
        title = title == null ? Map.of("en", id) : Map.copyOf(title);
        expiry = expiry == null ? new ExpiryModel.Never() : expiry;
        beyondBalance = beyondBalance == null ? BeyondBalance.ARREARS : beyondBalance;
        otherLots = otherLots == null || otherLots;
        deadLots = deadLots == null ? new DeadLots.StayDead() : deadLots;
        caps = caps == null ? List.of() : List.copyOf(caps);
        transfers = transfers == null ? new Transfers(false, 1L, Long.MAX_VALUE) : transfers;
        holds = holds == null ? new Holds(null, null) : holds;
        adjustments = adjustments == null ? new Adjustments(null, null) : adjustments;
        spendFirst = spendFirst == null ? Set.of() : Set.copyOf(spendFirst);
    }

    /** The same currency, in this zone unless it names one. */
    Currency orIn(ZoneId programme) {
        return new Currency(
                id,
                title,
                zone == null ? programme : zone,
                expiry,
                beyondBalance,
                otherLots,
                deadLots,
                caps,
                transfers,
                holds,
                adjustments,
                spendFirst);
    }

    /** The place among an account's lots of what such an award pays; lower is spent first. */
    public int priorityOf(AwardCategory category) {
        return spendFirst.contains(category) ? -1 : 0;
    }

    /**
     * The same currency, as it is for members of this tier.
     *
     * @param tier null when they have none
     */
    public Currency forTier(String tier) {
        return tier != null
                        && expiry instanceof ExpiryModel.Rolling rolling
                        && rolling.tiers().get(tier) instanceof Period after
                ? expiring(new ExpiryModel.Rolling(after, rolling.round(), rolling.tiers()))
                : this;
    }

    /** Whether tiers make a difference. */
    public boolean differsByTier() {
        return expiry instanceof ExpiryModel.Rolling rolling && !rolling.tiers().isEmpty();
    }

    private Currency expiring(ExpiryModel model) {
        return new Currency(
                id,
                title,
                zone,
                model,
                beyondBalance,
                otherLots,
                deadLots,
                caps,
                transfers,
                holds,
                adjustments,
                spendFirst);
    }

    /** A currency with all the defaults, in UTC; for tests and for programmes without a file. */
    public static Currency named(String id) {
        return new Currency(id, null, null, null, null, null, null, null, null, null, null, null)
                .orIn(ZoneOffset.UTC);
    }

    /** What a claw-back does that finds too little. */
    public enum BeyondBalance {
        /** Members owe the rest; what they earn next pays it. */
        ARREARS,
        /** The programme waives the rest, with a line in the books. */
        CLIP,
        /** Nothing at all is taken; the next revision of the award tries again. */
        FORBID
    }

    /**
     * A limit on earning.
     *
     * @param id unique within the currency
     * @param per what it counts over; calendar periods in the currency's zone, weeks begin on
     *     Monday
     * @param points the most
     */
    public record Cap(String id, Per per, long points, Action action) {
        /** What a limit counts over. */
        public enum Per {
            AWARD,
            DAY,
            WEEK,
            MONTH,
            QUARTER,
            YEAR,
            /** The balance, pending points included. */
            BALANCE
        }

        /** What happens to an award that does not fit. */
        public enum Action {
            /** It pays as much as fits. */
            CLIP,
            /** It pays nothing. */
            REJECT
        }
    }

    /**
     * Gifts between members.
     *
     * @param least points of one transfer, from 1
     * @param most points of one transfer
     */
    public record Transfers(boolean allowed, Long least, Long most) {
        public Transfers {
            least = least == null ? 1L : least;
            most = most == null ? Long.MAX_VALUE : most;
        }

        /** Whether there is a most at all. */
        public boolean limited() {
            return most < Long.MAX_VALUE;
        }
    }

    /**
     * Reservations.
     *
     * @param lapseAfter how long one lasts when nobody says so; 30 minutes by default
     * @param longest how long one may last from its beginning, extensions included; 7 days by
     *     default
     */
    public record Holds(Duration lapseAfter, Duration longest) {
        public Holds {
            lapseAfter = lapseAfter == null ? Duration.ofMinutes(30) : lapseAfter;
            longest = longest == null ? Duration.ofDays(7) : longest;
        }
    }

    /**
     * Points by hand.
     *
     * @param reasons codes that staff may give
     * @param secondApproverAbove points above which a second person has to agree
     */
    public record Adjustments(Set<String> reasons, Long secondApproverAbove) {
        public Adjustments {
            reasons =
                    reasons == null
                            ? Set.of("goodwill", "correction", "promotion", "complaint")
                            : Set.copyOf(reasons);
            secondApproverAbove = secondApproverAbove == null ? 10_000L : secondApproverAbove;
        }
    }
}
