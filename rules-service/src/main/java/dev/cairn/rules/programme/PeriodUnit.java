package dev.cairn.rules.programme;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.time.temporal.IsoFields;

/** A calendar period that a streak counts. Periods are numbered without a gap. */
public enum PeriodUnit {
    @JsonProperty("day")
    DAY {
        @Override
        public long indexOf(LocalDate date) {
            return date.toEpochDay();
        }

        @Override
        public LocalDate firstDay(long index) {
            return LocalDate.ofEpochDay(index);
        }

        @Override
        public String key(long index) {
            return firstDay(index).toString();
        }
    },
    /** ISO week: Monday to Sunday, belonging to the year of its Thursday. */
    @JsonProperty("week")
    WEEK {
        @Override
        public long indexOf(LocalDate date) {
            return Math.floorDiv(date.toEpochDay() + EPOCH_IS_THURSDAY, 7);
        }

        @Override
        public LocalDate firstDay(long index) {
            return LocalDate.ofEpochDay(index * 7 - EPOCH_IS_THURSDAY);
        }

        @Override
        public String key(long index) {
            var monday = firstDay(index);
            return "%d-W%02d"
                    .formatted(
                            monday.get(IsoFields.WEEK_BASED_YEAR),
                            monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        }
    },
    @JsonProperty("month")
    MONTH {
        @Override
        public long indexOf(LocalDate date) {
            return date.getYear() * 12L + date.getMonthValue() - 1;
        }

        @Override
        public LocalDate firstDay(long index) {
            return LocalDate.of(
                    (int) Math.floorDiv(index, 12L), (int) Math.floorMod(index, 12L) + 1, 1);
        }

        @Override
        public String key(long index) {
            return firstDay(index).toString().substring(0, 7);
        }
    };

    private static final int EPOCH_IS_THURSDAY = 3;

    /** The number of the period that holds the day. */
    public abstract long indexOf(LocalDate date);

    /** The first day of a period. */
    public abstract LocalDate firstDay(long index);

    /** What people call the period, such as {@code 2026-W10}. */
    public abstract String key(long index);
}
