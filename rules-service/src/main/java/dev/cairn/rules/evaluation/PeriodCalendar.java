package dev.cairn.rules.evaluation;

import dev.cairn.rules.programme.PeriodUnit;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * A member's own sequence of periods. They follow each other without gap or overlap, also when the
 * member moves: the period in which the zone changes ends when it has ended in both zones. So a
 * journey may lengthen a period but never makes one that nobody could have kept.
 */
final class PeriodCalendar {
    private final PeriodUnit unit;
    private final List<Stretch> stretches;

    /**
     * Until {@code openEnd} the period {@code open} goes on; then the zone's own periods follow.
     */
    private record Stretch(Instant from, ZoneId zone, long open, Instant openEnd) {}

    private PeriodCalendar(PeriodUnit unit, List<Stretch> stretches) {
        this.unit = unit;
        this.stretches = stretches;
    }

    static PeriodCalendar of(PeriodUnit unit, ZoneHistory zones) {
        var calendar = new PeriodCalendar(unit, new ArrayList<>());
        for (var stay : zones.stays()) {
            calendar.stretches.add(calendar.stretch(stay));
        }
        return calendar;
    }

    private Stretch stretch(ZoneHistory.Stay stay) {
        if (stretches.isEmpty()) {
            return new Stretch(Instant.MIN, stay.zone(), Long.MIN_VALUE, Instant.MIN);
        }
        var open = indexOf(stay.from());
        var here = plainEnd(open, stay.zone());
        var before = endOf(open);
        return new Stretch(stay.from(), stay.zone(), open, here.isAfter(before) ? here : before);
    }

    /** The period that an instant belongs to. */
    long indexOf(Instant instant) {
        var stretch = stretchAt(instant);
        return instant.isBefore(stretch.openEnd())
                ? stretch.open()
                : unit.indexOf(instant.atZone(stretch.zone()).toLocalDate());
    }

    /** The first instant after a period. */
    Instant endOf(long index) {
        var stretch = stretchOf(index);
        return index == stretch.open() ? stretch.openEnd() : plainEnd(index, stretch.zone());
    }

    /** A calendar time before the end of a period. */
    Instant beforeEndOf(long index, Period period) {
        return endOf(index).atZone(stretchOf(index).zone()).minus(period).toInstant();
    }

    String key(long index) {
        return unit.key(index);
    }

    private Instant plainEnd(long index, ZoneId zone) {
        return unit.firstDay(index + 1).atStartOfDay(zone).toInstant();
    }

    private Stretch stretchAt(Instant instant) {
        var i = stretches.size() - 1;
        while (stretches.get(i).from().isAfter(instant)) {
            i--;
        }
        return stretches.get(i);
    }

    private Stretch stretchOf(long index) {
        var i = stretches.size() - 1;
        while (stretches.get(i).open() > index) {
            i--;
        }
        return stretches.get(i);
    }
}
