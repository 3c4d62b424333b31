package dev.cairn.ledger.currency;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
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
     */
    record Rolling(Period after, Round round) implements ExpiryModel {
        public Rolling {
            round = round == null ? Round.DAY : round;
        }
    }

    /**
     * On the next of these days.
     *
     * @param dates last days on which points can be spent, in order
     */
    record Calendar(List<LocalDate> dates) implements ExpiryModel {}

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

    /** Periods of the calendar in the currency's zone; a half-year begins in January or July. */
    enum Round {
        DAY,
        MONTH,
        QUARTER,
        HALF_YEAR,
        YEAR
    }

    /** What moves sliding points. */
    enum Activity {
        EARNING,
        SPENDING
    }
}
