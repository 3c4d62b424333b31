package dev.cairn.ledger.books;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * All points that were earned in one month, and what became of them. What moved to another member
 * counts there, at the age it has; what became another currency is as if it had not been earned.
 *
 * @param earned less what moved on
 * @param flows what left, by age in months; an age at which nothing did is missing
 */
record Cohort(YearMonth month, long earned, SortedMap<Integer, Flow> flows) {

    /**
     * What left at one age, net of what came back.
     *
     * @param redeemed spent on rewards
     * @param expired not spent in time
     * @param taken taken back, or set off against debts: nobody chose not to spend them
     */
    record Flow(long redeemed, long expired, long taken) {
        static final Flow NOTHING = new Flow(0, 0, 0);

        Flow plus(Flow other) {
            return new Flow(
                    redeemed + other.redeemed, expired + other.expired, taken + other.taken);
        }

        long all() {
            return redeemed + expired + taken;
        }
    }

    Flow at(int age) {
        return flows.getOrDefault(age, Flow.NOTHING);
    }

    /** All that left before this age. */
    Flow before(int age) {
        return flows.headMap(age).values().stream().reduce(Flow.NOTHING, Flow::plus);
    }

    /** The cohort's shares, age by age, as far as it has come. */
    List<BreakageReport.Age> ages(YearMonth current) {
        var rows = new ArrayList<BreakageReport.Age>();
        var left = Flow.NOTHING;
        for (var age = 0; !month.plusMonths(age).isAfter(current); age++) {
            left = left.plus(at(age));
            rows.add(
                    new BreakageReport.Age(
                            age,
                            left.redeemed(),
                            left.expired(),
                            left.taken(),
                            earned - left.all()));
        }
        return rows;
    }
}
