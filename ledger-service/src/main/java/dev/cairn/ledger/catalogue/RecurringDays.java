package dev.cairn.ledger.catalogue;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.Part;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;

/**
 * Days that a recurrence rule names.
 *
 * @param rrule RFC 5545 §3.3.10, of days, weeks, months or years
 * @param from where it begins to count; no day before it is named
 */
public record RecurringDays(String rrule, LocalDate from) {
    private static final Set<Freq> FREQUENCIES =
            EnumSet.of(Freq.DAILY, Freq.WEEKLY, Freq.MONTHLY, Freq.YEARLY);

    /**
     * Days of {@code rrule}, counted from {@code from}.
     *
     * @throws IllegalArgumentException if the rule cannot be read, tells times or names no day
     */
    public RecurringDays {
        if (rrule == null || from == null) {
            throw new IllegalArgumentException("days need rrule and from");
        }
        if (from.getYear() < 2000 || from.getYear() > 2200) {
            throw new IllegalArgumentException("days must begin between 2000 and 2200");
        }
        if (nextFrom(rule(rrule), from, from).isEmpty()) {
            throw new IllegalArgumentException("rrule names no day: " + rrule);
        }
    }

    /** Whether the day is one of them. */
    public boolean contains(LocalDate day) {
        return nextFrom(day).filter(day::equals).isPresent();
    }

    /** The first of them that is not before this day. */
    public Optional<LocalDate> nextFrom(LocalDate day) {
        return nextFrom(rule(rrule), from, day);
    }

    private static Optional<LocalDate> nextFrom(
            RecurrenceRule rule, LocalDate from, LocalDate day) {
        var days = rule.iterator(allDay(from));
        try {
            if (day.isAfter(from)) {
                days.fastForward(allDay(day));
            }
            return days.hasNext() ? Optional.of(date(days.nextDateTime())) : Optional.empty();
        } catch (IllegalArgumentException e) {
            // How the library says that it looked for very long, as for a 30th of February.
            return Optional.empty();
        }
    }

    private static RecurrenceRule rule(String rrule) {
        try {
            var rule = new RecurrenceRule(rrule, RfcMode.RFC5545_STRICT);
            var ofDays = FREQUENCIES.contains(rule.getFreq());
            if (!ofDays
                    || rule.hasPart(Part.BYHOUR)
                    || rule.hasPart(Part.BYMINUTE)
                    || rule.hasPart(Part.BYSECOND)) {
                throw new IllegalArgumentException("rrule must name days, not times: " + rrule);
            }
            return rule;
        } catch (InvalidRecurrenceRuleException e) {
            throw new IllegalArgumentException("rrule cannot be read: " + rrule, e);
        }
    }

    private static DateTime allDay(LocalDate day) {
        return new DateTime(day.getYear(), day.getMonthValue() - 1, day.getDayOfMonth());
    }

    private static LocalDate date(DateTime day) {
        return LocalDate.of(day.getYear(), day.getMonth() + 1, day.getDayOfMonth());
    }
}
