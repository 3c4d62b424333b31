package dev.cairn.chart.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.chart.monitoring.Promql.Condition;
import dev.cairn.chart.monitoring.Promql.Selector;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PromqlTest {

    @Test
    void metricAloneIsASelector() {
        assertThat(Promql.selectors("up"))
                .containsExactly(new Selector("up", List.of(), Set.of(), Optional.empty()));
    }

    @Test
    void matchersRangesAndGroupingsBelongToTheirMetric() {
        var selectors =
                Promql.selectors(
                        "sum by (topic) (rate(a_total{x=\"1\", y!~\"2|}\"}[$__rate_interval])) /"
                                + " b");

        assertThat(selectors)
                .containsExactly(
                        new Selector(
                                "a_total",
                                List.of(
                                        new Condition("x", "=", "1"),
                                        new Condition("y", "!~", "2|}")),
                                Set.of("topic"),
                                Optional.of("$__rate_interval")),
                        new Selector("b", List.of(), Set.of(), Optional.empty()));
    }

    @Test
    void groupingsOfAllAggregationsAroundCount() {
        var selector =
                Promql.selectors("sum by (service) (max by (service, segment) (m{a=\"b\"}))")
                        .getFirst();

        assertThat(selector.grouped()).containsExactly("segment", "service");
        assertThat(selector.labels()).containsExactly("a", "segment", "service");
    }

    @Test
    void functionsWordsNumbersAndStringsAreNoMetrics() {
        var expression =
                """
                # a comment
                histogram_quantile(0.95, sum by (le) (rate(m_bucket[5m]))) > 14.4 * 0.001
                and time() - max(n offset 10m >= 0) > 1e3
                or label_replace(o, "stage", "posting", "", "") or 0 * absent(p)
                """;

        assertThat(Promql.selectors(expression))
                .extracting(Selector::metric)
                .containsExactly("m_bucket", "n", "o", "p");
    }

    @Test
    void recordedSeriesHaveColonsInTheirNames() {
        assertThat(Promql.selectors("cairn:clearing_age_seconds{namespace=\"x\"} > 300"))
                .extracting(Selector::metric)
                .containsExactly("cairn:clearing_age_seconds");
    }

    @Test
    void whatIsNoPromqlIsRefused() {
        assertThatThrownBy(() -> Promql.selectors("sum(a"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Promql.selectors("a ? b")).hasMessageContaining("? b");
        assertThatThrownBy(() -> Promql.selectors("a{b=\"c\""))
                .isInstanceOf(RuntimeException.class);
    }
}
