package dev.cairn.ledger.currency;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/**
 * Calculates when points run out. Days are counted in the calendar of the currency's zone; a month
 * after the 31st ends with the last day of a shorter month. The result is half-open: the first
 * instant of the day after the last valid day.
 */
public final class ExpiryDay {
    private ExpiryDay() {}

    /**
     * The first instant at which points cannot be spent any more; null means never.
     *
     * @param since when they were earned or, for sliding points, when the account was last used
     */
    public static Instant after(ExpiryModel model, ZoneId zone, Instant since) {
        var day = since.atZone(zone).toLocalDate();
        var last =
                switch (model) {
                    case ExpiryModel.Never never -> null;
                    case ExpiryModel.Rolling rolling ->
                            endOf(rolling.round(), day.plus(rolling.after()));
                    case ExpiryModel.Sliding sliding ->
                            endOf(sliding.round(), day.plus(sliding.after()));
                    case ExpiryModel.Calendar calendar ->
                            calendar.dates().stream()
                                    .filter(date -> !date.isBefore(day))
                                    .findFirst()
                                    .orElse(null);
                };
        return last == null ? null : last.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** The last day of the period that this day is in. */
    static LocalDate endOf(ExpiryModel.Round round, LocalDate day) {
        return switch (round) {
            case DAY -> day;
            case MONTH -> day.with(TemporalAdjusters.lastDayOfMonth());
            case QUARTER -> endOfMonths(day, 3);
            case HALF_YEAR -> endOfMonths(day, 6);
            case YEAR -> day.with(TemporalAdjusters.lastDayOfYear());
            case JANUARY, FEBRUARY, MARCH, APRIL, MAY, JUNE -> endOfNext(round, day);
            case JULY, AUGUST, SEPTEMBER, OCTOBER, NOVEMBER, DECEMBER -> endOfNext(round, day);
        };
    }

    private static LocalDate endOfNext(ExpiryModel.Round month, LocalDate day) {
        var end = YearMonth.of(day.getYear(), Month.valueOf(month.name()));
        var over = end.isBefore(YearMonth.from(day));
        return (over ? end.plusYears(1) : end).atEndOfMonth();
    }

    private static LocalDate endOfMonths(LocalDate day, int length) {
        var lastMonth = ((day.getMonthValue() - 1) / length + 1) * length;
        return day.withDayOfMonth(1)
                .withMonth(Month.of(lastMonth).getValue())
                .with(TemporalAdjusters.lastDayOfMonth());
    }
}
