package dev.cairn.e2e.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AskedTest {
    private static final Set<String> LEDGER = Set.of("ledger");

    private final Exposition ledger =
            Exposition.of(
                    """
                    # HELP cairn_ledger_points Points
                    # TYPE cairn_ledger_points counter
                    cairn_ledger_points_total{kind="earned"} 30.0 # {trace_id="1",span_id="2"} 1.0
                    cairn_ledger_points_total{kind="redemption-cancelled"} 0.0
                    # TYPE cairn_intake_batch_seconds histogram
                    cairn_intake_batch_seconds_bucket{topic="cairn.rewards.v1",le="0.5"} 3
                    cairn_intake_batch_seconds_count{topic="cairn.rewards.v1"} 3
                    cairn_intake_batch_seconds_sum{topic="cairn.rewards.v1"} 0.1
                    # TYPE cairn_intake_batch_seconds_max gauge
                    cairn_intake_batch_seconds_max{topic="cairn.rewards.v1"} 0.1
                    # TYPE cairn_ledger_accounts gauge
                    cairn_ledger_accounts 7.0
                    """);
    private final Asked asked = new Asked(Map.of("ledger", ledger), Set.of("cairn:recorded"));

    private List<String> inVain(String expression) {
        return asked.inVain(expression, LEDGER);
    }

    @Test
    void whatIsThereIsFound() {
        assertThat(
                        inVain(
                                """
                                sum by (kind, pod) (rate(
                                  cairn_ledger_points_total{namespace="$namespace", kind="earned"}[5m]))
                                / cairn_ledger_accounts + cairn:recorded + up{job="x"}
                                + histogram_quantile(0.9, sum by (le, topic)
                                    (cairn_intake_batch_seconds_bucket{le="0.5"}))
                                """))
                .isEmpty();
    }

    @Test
    void misspeltMetricIsFound() {
        assertThat(inVain("rate(cairn_ledger_point_total[5m])"))
                .containsExactly("ledger has no cairn_ledger_point_total");
    }

    @Test
    void misspeltLabelIsFoundInMatchersAndInGroupings() {
        assertThat(inVain("cairn_ledger_points_total{sort=\"earned\"}"))
                .contains("cairn_ledger_points_total of ledger has no label sort");
        assertThat(inVain("sum by (sort) (cairn_ledger_points_total)"))
                .containsExactly("cairn_ledger_points_total of ledger has no label sort");
    }

    @Test
    void valueThatNeverOccursIsFound() {
        assertThat(inVain("cairn_ledger_points_total{kind=\"clawed-back\"}"))
                .containsExactly("cairn_ledger_points_total of ledger has no kind=clawed-back");
        assertThat(inVain("cairn_ledger_points_total{kind=~\"earned|spent\"}"))
                .containsExactly("cairn_ledger_points_total of ledger has no kind=spent");
    }

    @Test
    void tableListsMetricsByTheirFamily() {
        assertThat(ledger.own().keySet())
                .containsExactly(
                        "cairn_intake_batch_seconds",
                        "cairn_ledger_accounts",
                        "cairn_ledger_points_total");
        assertThat(ledger.own().get("cairn_intake_batch_seconds"))
                .isEqualTo(new Exposition.Described("histogram", Set.of("topic")));
    }
}
