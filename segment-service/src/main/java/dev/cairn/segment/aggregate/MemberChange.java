package dev.cairn.segment.aggregate;

import dev.cairn.segment.condition.DayTotals;
import dev.cairn.segment.member.Member;
import dev.cairn.segment.member.Totals;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** What a batch changes for one member. */
final class MemberChange {
    private final Map<LocalDate, DayTotals> days = new TreeMap<>();
    private Optional<Instant> firstPurchaseAt = Optional.empty();
    private Optional<Instant> lastPurchaseAt = Optional.empty();
    private Optional<Instant> firstActivityAt = Optional.empty();
    private Optional<Instant> lastActivityAt = Optional.empty();
    private boolean lost;

    /** The member did something at that time. */
    void did(Instant at) {
        firstActivityAt = earlier(firstActivityAt, Optional.of(at));
        lastActivityAt = later(lastActivityAt, Optional.of(at));
    }

    /** Something that the member did never counted. */
    void undid() {
        lost = true;
    }

    /** An order is worth something else now. */
    void order(Activity before, long net) {
        long purchases = (net > 0 ? 1 : 0) - (before.net() > 0 ? 1 : 0);
        LocalDate day = before.day().orElseThrow();
        days.merge(day, new DayTotals(day, purchases, net - before.net()), MemberChange::sum);
        if (purchases > 0) {
            firstPurchaseAt = earlier(firstPurchaseAt, before.occurredAt());
            lastPurchaseAt = later(lastPurchaseAt, before.occurredAt());
        }
        lost |= purchases < 0;
    }

    /** By how much each day changes. */
    List<DayTotals> days() {
        return List.copyOf(days.values());
    }

    /** Whether first and last times have to be looked up, because something was taken back. */
    boolean lost() {
        return lost;
    }

    /** The member afterwards; first and last times are right unless something was lost. */
    Member applyTo(Member member) {
        Totals totals = member.totals();
        var merged = new TreeMap<LocalDate, DayTotals>();
        member.days().forEach(day -> merged.put(day.day(), day));
        days.values().stream()
                .filter(day -> !day.day().isBefore(member.daysFrom()))
                .forEach(day -> merged.merge(day.day(), day, MemberChange::sum));
        merged.values().removeIf(day -> day.purchases() == 0);
        return member.with(
                new Totals(
                        totals.purchases() + sum(DayTotals::purchases),
                        Math.addExact(totals.netSpend(), sum(DayTotals::netSpend)),
                        earlier(totals.firstPurchaseAt(), firstPurchaseAt),
                        later(totals.lastPurchaseAt(), lastPurchaseAt),
                        earlier(totals.firstActivityAt(), firstActivityAt),
                        later(totals.lastActivityAt(), lastActivityAt),
                        totals.pointsBalance(),
                        totals.lastMessageAt(),
                        totals.lastReactionAt()),
                List.copyOf(merged.values()));
    }

    private long sum(ToLongFunction<DayTotals> figure) {
        return days.values().stream().mapToLong(figure).sum();
    }

    private static DayTotals sum(DayTotals a, DayTotals b) {
        return new DayTotals(
                a.day(), a.purchases() + b.purchases(), Math.addExact(a.netSpend(), b.netSpend()));
    }

    private static Optional<Instant> earlier(Optional<Instant> a, Optional<Instant> b) {
        return a.isPresent() && b.isPresent() && b.get().isAfter(a.get()) ? a : b.or(() -> a);
    }

    private static Optional<Instant> later(Optional<Instant> a, Optional<Instant> b) {
        return a.isPresent() && b.isPresent() && b.get().isBefore(a.get()) ? a : b.or(() -> a);
    }
}
