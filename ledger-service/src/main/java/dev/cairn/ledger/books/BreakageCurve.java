package dev.cairn.ledger.books;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * Estimates what becomes of a point by its age, from cohorts of which the young ones have not been
 * watched to the end. A point that is still open survives by the product-limit estimator (Kaplan
 * and Meier 1958, J. Am. Stat. Assoc. 53, 457–481); redeeming and expiring are competing ends,
 * whose shares are the cumulative incidences of Aalen and Johansen (1978, Scand. J. Stat. 5,
 * 141–150). What is taken back leaves the watch without an end. Months that are not over count for
 * nobody.
 */
final class BreakageCurve {
    private static final MathContext PRECISION = MathContext.DECIMAL128;
    private static final int DIGITS = 6;

    private BreakageCurve() {}

    /**
     * The curve, age by age in months, until nobody is left to watch.
     *
     * @param current the month that is not over yet
     */
    static List<BreakageReport.Point> of(List<Cohort> cohorts, YearMonth current) {
        var points = new ArrayList<BreakageReport.Point>();
        var open = BigDecimal.ONE;
        var redeemed = BigDecimal.ZERO;
        var expired = BigDecimal.ZERO;
        for (var age = 0; ; age++) {
            var watched = watched(cohorts, age, current);
            var at = age;
            var atRisk = watched.stream().mapToLong(c -> c.earned() - c.before(at).all()).sum();
            if (atRisk <= 0) {
                return points;
            }
            var left =
                    watched.stream()
                            .map(c -> c.at(at))
                            .reduce(Cohort.Flow.NOTHING, Cohort.Flow::plus);
            redeemed = redeemed.add(share(open, left.redeemed(), atRisk));
            expired = expired.add(share(open, left.expired(), atRisk));
            open = open.subtract(share(open, left.redeemed() + left.expired(), atRisk));
            points.add(
                    new BreakageReport.Point(
                            age,
                            atRisk,
                            left.redeemed(),
                            left.expired(),
                            left.taken(),
                            text(open),
                            text(redeemed),
                            text(expired)));
        }
    }

    private static List<Cohort> watched(List<Cohort> cohorts, int age, YearMonth current) {
        return cohorts.stream().filter(c -> c.month().plusMonths(age).isBefore(current)).toList();
    }

    private static BigDecimal share(BigDecimal open, long part, long whole) {
        return open.multiply(BigDecimal.valueOf(part), PRECISION)
                .divide(BigDecimal.valueOf(whole), PRECISION);
    }

    private static String text(BigDecimal share) {
        return share.setScale(DIGITS, RoundingMode.HALF_EVEN).toPlainString();
    }
}
