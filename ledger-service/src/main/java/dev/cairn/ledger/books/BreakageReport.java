package dev.cairn.ledger.books;

import dev.cairn.ledger.report.Csv;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of points, by the month in which they were earned and by age, and what is to be
 * expected of a point.
 *
 * @param cohorts oldest month first
 * @param curve the estimate from all cohorts together
 */
@Schema(name = "Breakage")
public record BreakageReport(
        String currency, Instant at, List<CohortRow> cohorts, List<Point> curve) {

    /**
     * The points of one month.
     *
     * @param month such as {@code 2026-03}
     * @param earned less what moved to other currencies
     * @param ages so far, the month of earning being age 0
     */
    @Schema(name = "BreakageCohort")
    public record CohortRow(String month, long earned, List<Age> ages) {}

    /**
     * What had become of a cohort by the end of an age; adds up to what was earned.
     *
     * @param taken taken back, or set off against debts
     * @param open neither
     */
    @Schema(name = "BreakageAge")
    public record Age(int age, long redeemed, long expired, long taken, long open) {}

    /**
     * A point of the curve. Shares are decimal fractions of 1.
     *
     * @param age in months
     * @param atRisk points that were watched and open when the age began
     * @param redeemed of those, at this age
     * @param expired of those, at this age
     * @param taken of those, at this age
     * @param openShare of points that are still open after this age
     * @param redeemedShare of points that were redeemed by then
     * @param expiredShare of points that expired by then: breakage
     */
    @Schema(name = "BreakagePoint")
    public record Point(
            int age,
            long atRisk,
            long redeemed,
            long expired,
            long taken,
            String openShare,
            String redeemedShare,
            String expiredShare) {}

    static BreakageReport of(String currency, Instant at, List<Cohort> cohorts, YearMonth current) {
        var rows =
                cohorts.stream()
                        .map(c -> new CohortRow(c.month().toString(), c.earned(), c.ages(current)))
                        .toList();
        return new BreakageReport(currency, at, rows, BreakageCurve.of(cohorts, current));
    }

    /** The cohorts as a table, one line per month and age. */
    String csv() {
        var csv =
                Csv.of(
                        List.of(
                                "currency",
                                "month",
                                "earned",
                                "age",
                                "redeemed",
                                "expired",
                                "taken",
                                "open"));
        for (var cohort : cohorts) {
            for (var age : cohort.ages()) {
                csv.line(
                        currency,
                        cohort.month(),
                        cohort.earned(),
                        age.age(),
                        age.redeemed(),
                        age.expired(),
                        age.taken(),
                        age.open());
            }
        }
        return csv.toString();
    }
}
