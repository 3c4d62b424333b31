package dev.cairn.rules.evaluation;

import dev.cairn.contracts.ActivityEvent;
import dev.cairn.contracts.MemberEvent;
import dev.cairn.rules.programme.Programme;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A history, sorted and freed of duplicates, as the rules look at it.
 *
 * @param now the instant that is asked for, or that of the newest activity if that is later: a
 *     till's clock may run a little ahead
 */
record Facts(
        Orders orders,
        ZoneHistory zones,
        List<MemberEvent> profile,
        Map<String, Long> ceilings,
        Programme programme,
        String member,
        Instant now) {

    static Facts of(History history, Programme programme, Instant asOf) {
        var profile =
                history.profile().stream()
                        .distinct()
                        .sorted(
                                Comparator.comparing(MemberEvent::occurredAt)
                                        .thenComparing(Object::toString))
                        .toList();
        var newest =
                history.activities().stream()
                        .map(ActivityEvent::occurredAt)
                        .max(Comparator.naturalOrder())
                        .orElse(asOf);
        return new Facts(
                Orders.of(history.activities()),
                ZoneHistory.of(profile, programme.zone()),
                profile,
                history.ceilings(),
                programme,
                memberOf(history),
                newest.isAfter(asOf) ? newest : asOf);
    }

    /**
     * The first instant at which something earned at {@code from} is gone. Whole calendar days of
     * the programme's zone: the last day is valid to its end.
     */
    Instant after(Instant from, Period period) {
        return period == null ? null : endOfDay(from, period, programme.zone());
    }

    private static Instant endOfDay(Instant from, Period period, ZoneId zone) {
        return from.atZone(zone)
                .toLocalDate()
                .plus(period)
                .plusDays(1)
                .atStartOfDay(zone)
                .toInstant();
    }

    private static String memberOf(History history) {
        if (!history.activities().isEmpty()) {
            return history.activities().getFirst().memberId();
        }
        return history.profile().isEmpty() ? "" : history.profile().getFirst().memberId();
    }
}
