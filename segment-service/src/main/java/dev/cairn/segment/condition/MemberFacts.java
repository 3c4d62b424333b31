package dev.cairn.segment.condition;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * All that conditions may ask about a member.
 *
 * @param days days with a purchase, ascending; at least those of the longest window in use
 */
public record MemberFacts(
        ZoneId zone,
        Instant joinedAt,
        long purchases,
        long netSpend,
        Optional<Instant> firstPurchaseAt,
        Optional<Instant> lastPurchaseAt,
        Optional<Instant> lastActivityAt,
        long pointsBalance,
        Optional<Instant> lastMessageAt,
        Optional<Instant> lastReactionAt,
        Optional<String> country,
        Optional<String> locale,
        Optional<String> favouriteStore,
        List<String> interests,
        List<String> newsletterTopics,
        List<DayTotals> days) {

    public MemberFacts {
        interests = List.copyOf(interests);
        newsletterTopics = List.copyOf(newsletterTopics);
        days = List.copyOf(days);
        for (int i = 1; i < days.size(); i++) {
            if (!days.get(i - 1).day().isBefore(days.get(i).day())) {
                throw new IllegalArgumentException("days must ascend without repeats");
            }
        }
    }
}
