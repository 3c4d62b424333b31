package dev.cairn.rules.programme;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;

/** Days that an RFC 5545 recurrence rule names. Days are worked out once per year. */
public final class RecurringDays {
    private static final int LONGEST_GAP = 400;
    private static final int LONGEST_WINDOW = 31;

    private final String rrule;
    private final LocalDate from;
    private final RecurrenceRule rule;
    private final ConcurrentHashMap<Integer, Set<LocalDate>> years = new ConcurrentHashMap<>();

    /**
     * Days of {@code rrule}, counted from {@code from}.
     *
     * @throws IllegalArgumentException when the rule cannot be read
     */
    public RecurringDays(
            @JsonProperty("rrule") String rrule, @JsonProperty("from") LocalDate from) {
        if (rrule == null || from == null) {
            throw new IllegalArgumentException("days need rrule and from");
        }
        this.rrule = rrule;
        this.from = from;
        try {
            this.rule = new RecurrenceRule(rrule);
        } catch (InvalidRecurrenceRuleException e) {
            throw new IllegalArgumentException("rrule cannot be read: " + rrule, e);
        }
    }

    @JsonProperty
    public String rrule() {
        return rrule;
    }

    @JsonProperty
    public LocalDate from() {
        return from;
    }

    /** Whether the day is one of them. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(from)
                && years.computeIfAbsent(day.getYear(), this::daysOf).contains(day);
    }

    /** The first day of the window that holds the day; empty when the day is in none. */
    public Optional<LocalDate> windowOf(LocalDate day) {
        if (!contains(day)) {
            return Optional.empty();
        }
        var first = day;
        for (var i = 0; i < LONGEST_WINDOW && contains(first.minusDays(1)); i++) {
            first = first.minusDays(1);
        }
        return Optional.of(first);
    }

    /** The first day after a window. */
    public LocalDate endOf(LocalDate firstDay) {
        var end = firstDay.plusDays(1);
        for (var i = 0; i < LONGEST_WINDOW && contains(end); i++) {
            end = end.plusDays(1);
        }
        return end;
    }

    /** The first day of the next window after a day that is in none. */
    public Optional<LocalDate> nextAfter(LocalDate day) {
        return day.datesUntil(day.plusDays(LONGEST_GAP)).filter(this::contains).findFirst();
    }

    private Set<LocalDate> daysOf(int year) {
        var days = new HashSet<LocalDate>();
        var start = new DateTime(from.getYear(), from.getMonthValue() - 1, from.getDayOfMonth());
        var instances = rule.iterator(start);
        instances.fastForward(new DateTime(year, 0, 1));
        while (instances.hasNext()) {
            var next = instances.nextDateTime();
            if (next.getYear() > year) {
                break;
            }
            days.add(LocalDate.of(next.getYear(), next.getMonth() + 1, next.getDayOfMonth()));
        }
        return Set.copyOf(days);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RecurringDays days
                && days.rrule.equals(rrule)
                && days.from.equals(from);
    }

    @Override
    public int hashCode() {
        return rrule.hashCode() * 31 + from.hashCode();
    }

    @Override
    public String toString() {
        return rrule + " from " + from;
    }
}
