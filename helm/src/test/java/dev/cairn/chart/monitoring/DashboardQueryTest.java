package dev.cairn.chart.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every panel asks Prometheus for stays within the chosen source, namespace and service. */
class DashboardQueryTest {
    private static final Set<String> RANGE_FUNCTIONS = Set.of("rate(", "increase(");

    static Stream<Dashboard> dashboards() {
        return Dashboard.all().stream();
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void sourceIsAlwaysTheVariable(Dashboard dashboard) {
        assertThat(dashboard.json().findValues("datasource"))
                .isNotEmpty()
                .allSatisfy(
                        source -> {
                            assertThat(source.path("type").asText()).isEqualTo("prometheus");
                            assertThat(source.path("uid").asText()).isEqualTo("${datasource}");
                        });
        assertThat(dashboard.panels()).allMatch(panel -> panel.has("datasource"));
        assertThat(dashboard.panels().stream().flatMap(p -> targets(p).stream()))
                .allMatch(target -> target.has("datasource") && target.has("legendFormat"));
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void everySelectorIsWithinTheNamespaceAndTheService(Dashboard dashboard) {
        for (var query : dashboard.queries()) {
            assertThat(Promql.selectors(query.expression()))
                    .as(query.toString())
                    .isNotEmpty()
                    .allSatisfy(
                            selector -> {
                                assertThat(conditions(selector, "namespace"))
                                        .containsExactly("=$namespace");
                                assertThat(conditions(selector, "service")).hasSize(1);
                            });
        }
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void ratesFollowTheScrapeInterval(Dashboard dashboard) {
        for (var query : dashboard.queries()) {
            var ranges =
                    Promql.selectors(query.expression()).stream()
                            .flatMap(selector -> selector.range().stream())
                            .toList();
            var isRate = RANGE_FUNCTIONS.stream().anyMatch(query.expression()::contains);

            assertThat(ranges).as(query.toString()).allMatch("$__rate_interval"::equals);
            assertThat(isRate).as(query.toString()).isEqualTo(!ranges.isEmpty());
        }
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void countersAreNeverShownAsTheyAre(Dashboard dashboard) {
        for (var query : dashboard.queries()) {
            assertThat(Promql.selectors(query.expression()))
                    .as(query.toString())
                    .filteredOn(s -> s.metric().matches(".*(_total|_bucket|_count|_sum)"))
                    .filteredOn(s -> !s.metric().startsWith("agroal_"))
                    .allMatch(selector -> selector.range().isPresent());
        }
    }

    private static List<String> conditions(Promql.Selector selector, String label) {
        return selector.conditions().stream()
                .filter(condition -> condition.label().equals(label))
                .map(condition -> condition.operator() + condition.value())
                .toList();
    }

    private static List<JsonNode> targets(JsonNode panel) {
        return Dashboard.list(panel.path("targets"));
    }
}
