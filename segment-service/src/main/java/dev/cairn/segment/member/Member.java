package dev.cairn.segment.member;

import dev.cairn.segment.condition.DayTotals;
import dev.cairn.segment.condition.MemberFacts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A member as the row says, with the days that windows can still see.
 *
 * @param seenAt when the member was first heard of
 * @param profile empty until the member is enrolled; activities may come first
 * @param daysFrom the day from which on {@code days} is complete
 * @param epoch the definitions that the memberships were last evaluated against
 * @param dueAt when time alone next moves the member
 */
public record Member(
        String id,
        Instant seenAt,
        Optional<Profile> profile,
        ZoneHistory zones,
        Totals totals,
        LocalDate daysFrom,
        List<DayTotals> days,
        long epoch,
        Optional<Instant> dueAt) {

    public Member {
        days = List.copyOf(days);
    }

    public Member with(Totals newTotals, List<DayTotals> newDays) {
        return new Member(id, seenAt, profile, zones, newTotals, daysFrom, newDays, epoch, dueAt);
    }

    public Member with(Totals newTotals) {
        return with(newTotals, days);
    }

    public Member with(Profile newProfile, ZoneHistory newZones) {
        return new Member(
                id,
                seenAt,
                Optional.of(newProfile),
                newZones,
                totals,
                daysFrom,
                days,
                epoch,
                dueAt);
    }

    public Member evaluated(long newEpoch, Optional<Instant> newDueAt) {
        return new Member(id, seenAt, profile, zones, totals, daysFrom, days, newEpoch, newDueAt);
    }

    /** What conditions may ask. Who is not enrolled joined with the first activity. */
    public MemberFacts facts(ZoneId unknownZone) {
        return new MemberFacts(
                profile.map(Profile::zone).orElse(unknownZone),
                profile.map(Profile::joinedAt).or(totals::firstActivityAt).orElse(seenAt),
                totals.purchases(),
                totals.netSpend(),
                totals.firstPurchaseAt(),
                totals.lastPurchaseAt(),
                totals.lastActivityAt(),
                totals.pointsBalance(),
                totals.lastMessageAt(),
                totals.lastReactionAt(),
                profile.flatMap(Profile::country),
                profile.map(Profile::locale),
                profile.flatMap(Profile::favouriteStore),
                profile.map(Profile::interests).orElse(List.of()),
                profile.map(Profile::newsletterTopics).orElse(List.of()),
                days);
    }
}
