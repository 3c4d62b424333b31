package dev.cairn.ledger.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * When a reward can be had. What is left out does not restrict it.
 *
 * @param from first instant
 * @param until first instant at which it is over
 * @param zone in which days and hours are meant; absent means the programme's
 * @param days on which it can be had
 * @param hours of such a day
 */
public record Validity(Instant from, Instant until, ZoneId zone, RecurringDays days, Hours hours) {
    /** Beyond this, days in a row are as good as no end. */
    private static final int LONGEST_RUN = 31;

    /**
     * Hours of a day, on the clock of the zone.
     *
     * @param closes first time at which it is closed; absent means the end of the day
     */
    public record Hours(LocalTime opens, LocalTime closes) {
        public Hours {
            opens = opens == null ? LocalTime.MIN : opens;
            if (closes != null && !closes.isAfter(opens)) {
                throw new IllegalArgumentException("hours must close after they open");
            }
        }
    }

    private static final Hours ALL_DAY = new Hours(null, null);

    public Validity {
        if (from != null && until != null && !until.isAfter(from)) {
            throw new IllegalArgumentException("until must be after from");
        }
    }

    /** The zone in which days begin and end. */
    public ZoneId zoneOr(ZoneId programme) {
        return zone == null ? programme : zone;
    }

    /** Whether it can be had at this instant. */
    public boolean open(Instant now, ZoneId programme) {
        return opensAt(now, programme).filter(now::equals).isPresent();
    }

    /** The next instant at which it can be had, which may be this one; empty for never again. */
    public Optional<Instant> opensAt(Instant now, ZoneId programme) {
        var in = zoneOr(programme);
        var earliest = from != null && from.isAfter(now) ? from : now;
        var day = next(earliest.atZone(in).toLocalDate());
        while (day.isPresent()) {
            var start = opening(day.get(), in);
            var opens = start.isAfter(earliest) ? start : earliest;
            if (until != null && !opens.isBefore(until)) {
                return Optional.empty();
            }
            if (opens.isBefore(closing(day.get(), in))) {
                return Optional.of(opens);
            }
            day = next(day.get().plusDays(1));
        }
        return Optional.empty();
    }

    /** When it closes that is open at this instant; empty when no end is in sight. */
    public Optional<Instant> closesAt(Instant now, ZoneId programme) {
        var in = zoneOr(programme);
        var over = Optional.ofNullable(until);
        if (days == null && hours == null) {
            return over;
        }
        var last = now.atZone(in).toLocalDate();
        for (var run = 0; hours == null && days.contains(last.plusDays(1)); run++) {
            if (run == LONGEST_RUN) {
                return over;
            }
            last = last.plusDays(1);
        }
        var closes = closing(last, in);
        return over.filter(closes::isAfter).or(() -> Optional.of(closes));
    }

    private Optional<LocalDate> next(LocalDate day) {
        return days == null ? Optional.of(day) : days.nextFrom(day);
    }

    private Instant opening(LocalDate day, ZoneId in) {
        return day.atTime(hoursOrAll().opens()).atZone(in).toInstant();
    }

    private Instant closing(LocalDate day, ZoneId in) {
        var closes = hoursOrAll().closes();
        return closes == null
                ? day.plusDays(1).atStartOfDay(in).toInstant()
                : day.atTime(closes).atZone(in).toInstant();
    }

    private Hours hoursOrAll() {
        return hours == null ? ALL_DAY : hours;
    }
}
