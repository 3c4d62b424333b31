package dev.cairn.ledger.award;

import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.currency.Currency;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;

/**
 * A period of an account over which a cap counts. Weeks are those of ISO 8601: they begin on
 * Monday.
 *
 * @param from its first instant
 * @param until the first instant after it
 */
record CapWindow(AccountId account, Instant from, Instant until) {

    /** The windows of a currency's caps that an award of this time falls into. */
    static List<CapWindow> of(AccountId account, Currency currency, Instant occurredAt) {
        return currency.caps().stream()
                .flatMap(cap -> of(account, cap.per(), currency.zone(), occurredAt).stream())
                .distinct()
                .toList();
    }

    /** The window of one cap; empty when it does not count over time. */
    static Optional<CapWindow> of(
            AccountId account, Currency.Cap.Per per, ZoneId zone, Instant occurredAt) {
        var day = occurredAt.atZone(zone).toLocalDate();
        return switch (per) {
            case AWARD, BALANCE -> Optional.empty();
            case DAY -> window(account, zone, day, day.plusDays(1));
            case WEEK -> {
                var monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                yield window(account, zone, monday, monday.plusWeeks(1));
            }
            case MONTH -> months(account, zone, day, 1);
            case QUARTER -> months(account, zone, day, 3);
            case YEAR -> months(account, zone, day, 12);
        };
    }

    boolean holds(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(until);
    }

    private static Optional<CapWindow> months(
            AccountId account, ZoneId zone, LocalDate day, int length) {
        var month = (day.getMonthValue() - 1) / length * length + 1;
        var first = day.withDayOfMonth(1).withMonth(month);
        return window(account, zone, first, first.plusMonths(length));
    }

    private static Optional<CapWindow> window(
            AccountId account, ZoneId zone, LocalDate first, LocalDate next) {
        return Optional.of(
                new CapWindow(
                        account,
                        first.atStartOfDay(zone).toInstant(),
                        next.atStartOfDay(zone).toInstant()));
    }
}
