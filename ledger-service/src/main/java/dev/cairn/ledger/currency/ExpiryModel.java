package dev.cairn.ledger.currency;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How the points of a currency run out, unless an award says so itself. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "model")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ExpiryModel.Never.class, name = "never"),
    @JsonSubTypes.Type(value = ExpiryModel.Rolling.class, name = "rolling"),
    @JsonSubTypes.Type(value = ExpiryModel.Calendar.class, name = "calendar"),
    @JsonSubTypes.Type(value = ExpiryModel.Sliding.class, name = "sliding")
})
public sealed interface ExpiryModel {

    /** They do not. */
    record Never() implements ExpiryModel {}

    /**
     * Some time after they were earned, at the end of a day or of a longer period.
     *
     * @param after such as {@code P12M}; days, weeks, months and years
     * @param round the period at whose end they run out; absent means the day
     * @param tiers periods that hold instead for awards of members of these tiers
     */
    record Rolling(Period after, Round round, Map<String, Period> tiers) implements ExpiryModel {
        public Rolling {
            round = round == null ? Round.DAY : round;
            tiers = tiers == null ? Map.of() : Map.copyOf(tiers);
        }

        /** The same for members of every tier. */
        public Rolling(Period after, Round round) {
            this(after, round, null);
        }
    }

    /**
     * On the next of these days. What comes after the last of them never runs out.
     *
     * @param dates last days on which points can be spent, in order
     */
    record Calendar(List<LocalDate> dates) implements ExpiryModel {
        /** The last of them. */
        public LocalDate last() {
            return dates.getLast();
        }
    }

    /**
     * Some time after the account was last used; every use moves the day of all its points.
     *
     * @param on what counts as use
     */
    record Sliding(Period after, Set<Activity> on, Round round) implements ExpiryModel {
        public Sliding {
            round = round == null ? Round.DAY : round;
        }
    }

    /**
     * Periods of the calendar in the currency's zone; a half-year begins in January or July. A
     * month by its name is the next one that is not over.
     */
    enum Round {
        DAY,
        MONTH,
        QUARTER,
        HALF_YEAR,
        YEAR,
        JANUARY,
        FEBRUARY,
        MARCH,
        APRIL,
        MAY,
        JUNE,
        JULY,
        AUGUST,
        SEPTEMBER,
        OCTOBER,
        NOVEMBER,
        DECEMBER
    }

    /** What moves sliding points. */
    enum Activity {
        /** An award pays. */
        EARNING,
        /** A redemption, or a hold that is taken. */
        SPENDING,
        /** Points go to another account: a gift, the household, a merge. */
        GIVING,
        /** Points come from another account. */
        RECEIVING,
        /** Points become points of another currency, on either side. */
        CONVERTING
    }
}
