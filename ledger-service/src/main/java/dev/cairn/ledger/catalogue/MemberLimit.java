package dev.cairn.ledger.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/**
 * How often a member may have a reward; what is reserved counts, what was cancelled does not.
 *
 * @param limit from 1
 * @param per calendar period in the reward's zone; weeks begin on Monday
 */
public record MemberLimit(Integer limit, Per per) {

    /** What a limit counts over. */
    public enum Per {
        @JsonProperty("ever")
        EVER,
        @JsonProperty("day")
        DAY,
        @JsonProperty("week")
        WEEK,
        @JsonProperty("month")
        MONTH,
        @JsonProperty("year")
        YEAR
    }

    /** The beginning of the period that this instant is in. */
    public Instant since(Instant now, ZoneId zone) {
        return first(now.atZone(zone).toLocalDate())
                .map(day -> day.atStartOfDay(zone).toInstant())
                .orElse(Instant.EPOCH);
    }

    /** The first instant after the period that this instant is in; empty when it never ends. */
    public Optional<Instant> until(Instant now, ZoneId zone) {
        return first(now.atZone(zone).toLocalDate())
                .map(this::next)
                .map(day -> day.atStartOfDay(zone).toInstant());
    }

    private Optional<LocalDate> first(LocalDate today) {
        return switch (per) {
            case EVER -> Optional.empty();
            case DAY -> Optional.of(today);
            case WEEK ->
                    Optional.of(today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
            case MONTH -> Optional.of(today.withDayOfMonth(1));
            case YEAR -> Optional.of(today.withDayOfYear(1));
        };
    }

    private LocalDate next(LocalDate first) {
        return switch (per) {
            case EVER -> LocalDate.MAX;
            case DAY -> first.plusDays(1);
            case WEEK -> first.plusWeeks(1);
            case MONTH -> first.plusMonths(1);
            case YEAR -> first.plusYears(1);
        };
    }
}
