package dev.cairn.ledger.books;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.ledger.books.Cohort.Flow;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BreakageCurveTest {
    private static final YearMonth JANUARY = YearMonth.of(2026, 1);

    private static Cohort cohort(YearMonth month, long earned, Map<Integer, Flow> flows) {
        return new Cohort(month, earned, new TreeMap<>(flows));
    }

    @Test
    void aCohortThatWasWatchedToTheEndGivesItsPlainShares() {
        var cohort =
                cohort(
                        JANUARY,
                        1000,
                        Map.of(
                                0,
                                new Flow(100, 0, 0),
                                2,
                                new Flow(300, 0, 0),
                                3,
                                new Flow(0, 600, 0)));

        var curve = BreakageCurve.of(List.of(cohort), YearMonth.of(2027, 1));

        assertThat(curve).hasSize(4);
        assertThat(curve.get(2).openShare()).isEqualTo("0.600000");
        assertThat(curve.getLast().redeemedShare()).isEqualTo("0.400000");
        assertThat(curve.getLast().expiredShare()).isEqualTo("0.600000");
        assertThat(curve.getLast().openShare()).isEqualTo("0.000000");
    }

    /** Counting a young cohort's open points as kept would halve the estimate. */
    @Test
    void aYoungCohortSaysNothingAboutAgesThatItHasNotReached() {
        var old = cohort(JANUARY, 100, Map.of(1, new Flow(50, 0, 0)));
        var young = cohort(YearMonth.of(2026, 6), 100, Map.of());

        var curve = BreakageCurve.of(List.of(old, young), YearMonth.of(2026, 7));

        assertThat(curve.get(0).atRisk()).isEqualTo(200);
        assertThat(curve.get(1).atRisk()).isEqualTo(100);
        assertThat(curve.get(1).redeemedShare()).isEqualTo("0.500000");
    }

    @Test
    void whatIsTakenBackIsNeitherRedeemedNorExpired() {
        var cohort = cohort(JANUARY, 100, Map.of(0, new Flow(0, 0, 60), 1, new Flow(20, 20, 0)));

        var curve = BreakageCurve.of(List.of(cohort), YearMonth.of(2027, 1));

        assertThat(curve.get(1).atRisk()).isEqualTo(40);
        assertThat(curve.get(1).redeemedShare()).isEqualTo("0.500000");
        assertThat(curve.get(1).expiredShare()).isEqualTo("0.500000");
    }

    @Test
    void theMonthThatIsNotOverCountsForNobody() {
        var cohort = cohort(JANUARY, 100, Map.of(0, new Flow(10, 0, 0)));

        assertThat(BreakageCurve.of(List.of(cohort), JANUARY)).isEmpty();
        assertThat(cohort.ages(JANUARY)).containsExactly(new BreakageReport.Age(0, 10, 0, 0, 90));
    }

    @Test
    void noPointsNoCurve() {
        assertThat(BreakageCurve.of(List.of(), JANUARY)).isEmpty();
    }
}
