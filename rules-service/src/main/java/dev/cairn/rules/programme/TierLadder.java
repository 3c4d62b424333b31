package dev.cairn.rules.programme;

import dev.cairn.contracts.RewardEvent.AwardCategory;
import java.time.Period;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tiers on the points earned in a rolling window; spending never lowers them.
 *
 * @param window calendar time for which earned points qualify
 * @param categories which awards qualify
 * @param tiers lowest first, the first from 0
 */
public record TierLadder(
        String id, Title title, Period window, Set<AwardCategory> categories, List<Tier> tiers)
        implements Rule {
    public TierLadder {
        // sorted: the hash of a programme must be the same in every process
        categories =
                Collections.unmodifiableSet(
                        categories == null ? new TreeSet<>() : new TreeSet<>(categories));
        tiers = tiers == null ? List.of() : List.copyOf(tiers);
    }

    /**
     * A rung.
     *
     * @param from points that are needed
     */
    public record Tier(String id, Title title, long from) {}

    /** The highest tier that so many points reach. */
    public Tier reachedWith(long points) {
        return tiers.reversed().stream()
                .filter(tier -> tier.from() <= points)
                .findFirst()
                .orElse(tiers.getFirst());
    }

    /** Position of a tier, 0 for the lowest. Tiers that the programme no longer has are lowest. */
    public int rank(String tier) {
        for (var rank = 0; rank < tiers.size(); rank++) {
            if (tiers.get(rank).id().equals(tier)) {
                return rank;
            }
        }
        return 0;
    }
}
