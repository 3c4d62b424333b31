package dev.cairn.e2e.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.chart.monitoring.Dashboard;
import dev.cairn.chart.monitoring.Dashboard.Query;
import dev.cairn.chart.monitoring.Rule;
import dev.cairn.chart.monitoring.Tool;
import dev.cairn.e2e.platform.Cairn;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A real Prometheus scrapes the platform; skipped where none is installed. */
class PrometheusTest {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String NOT_A_NUMBER = "NaN";

    private static final Cairn CAIRN = Cairn.shared();
    private static Prometheus prometheus;

    @BeforeAll
    static void watchesTwoVisits() throws Exception {
        assumeTrue(
                Tool.isInstalled("prometheus"),
                "prometheus is not on the PATH, so no real one has scraped the platform.");
        prometheus = Prometheus.of(CAIRN.platform());
        Visit.happens(CAIRN);
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> prometheus.query("up == 1").size() == 4);
        Visit.happens(CAIRN);
    }

    @AfterAll
    static void stop() throws Exception {
        if (prometheus != null) {
            prometheus.close();
        }
    }

    @Test
    void everyPanelShowsSomething() {
        var queries = Dashboard.all().stream().flatMap(d -> d.queries().stream()).toList();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(empty(queries)).isEmpty());
    }

    @Test
    void rulesAreEvaluatedWithoutErrors() {
        var rules = Rule.all().size();

        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(prometheus.ruleGroups().findValuesAsText("health"))
                                        .hasSize(rules)
                                        .containsOnly("ok"));
        assertThat(prometheus.ruleGroups().findValuesAsText("lastError")).isEmpty();
    }

    @Test
    void clearingAgeIsRecorded() {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(
                                                hasNumber(
                                                        prometheus.query(
                                                                "cairn:clearing_age_seconds")))
                                        .isTrue());
    }

    private static List<Query> empty(List<Query> queries) {
        return queries.stream()
                .filter(query -> !hasNumber(prometheus.query(filledIn(query))))
                .toList();
    }

    /** With the values that Grafana would fill in. */
    private static String filledIn(Query query) {
        return query.expression()
                .replace("$namespace", "cairn")
                .replace("=~\"$service\"", "=~\".+\"")
                .replace("$service", query.dashboard())
                .replace("$pod", ".+")
                .replace("$__rate_interval", "10m");
    }

    private static boolean hasNumber(JsonNode series) {
        return StreamSupport.stream(series.spliterator(), false)
                .anyMatch(sample -> !sample.at("/value/1").asText().equals(NOT_A_NUMBER));
    }
}
