package dev.cairn.e2e.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cairn.chart.monitoring.Dashboard;
import dev.cairn.chart.monitoring.Rule;
import dev.cairn.devstack.Component;
import dev.cairn.e2e.platform.Cairn;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MetricsTest {
    /** Some measures are taken by a timer, the ledger's first proof by another. */
    private static final Duration ALL_MEASURED = Duration.ofSeconds(120);

    private static final Cairn CAIRN = Cairn.shared();
    private static final List<Rule> RULES = Rule.all();
    private static final Set<String> SERVICES =
            Component.SERVICES.stream().map(Component::label).collect(Collectors.toSet());

    @BeforeAll
    static void somethingHappens() {
        Visit.happens(CAIRN);
    }

    @Test
    void dashboardsAskForWhatTheServicesMeasure() {
        await().atMost(ALL_MEASURED)
                .untilAsserted(() -> assertThat(inVain(asked(), dashboards())).isEmpty());
    }

    @Test
    void alertsAskForWhatTheServicesMeasure() {
        await().atMost(ALL_MEASURED)
                .untilAsserted(() -> assertThat(inVain(asked(), alerts())).isEmpty());
    }

    @Test
    void tableOfMetricsIsTrueAndComplete() {
        var table = MetricsTable.read();
        await().atMost(ALL_MEASURED)
                .untilAsserted(
                        () ->
                                assertThat(table)
                                        .containsExactlyElementsOf(
                                                MetricsTable.of(Scrape.of(CAIRN))));
    }

    private record Question(String where, String expression, Set<String> about) {}

    private static Stream<Question> dashboards() {
        return Dashboard.all().stream()
                .flatMap(
                        dashboard ->
                                dashboard.queries().stream()
                                        .map(
                                                query ->
                                                        new Question(
                                                                query.toString(),
                                                                query.expression(),
                                                                about(dashboard.name()))));
    }

    private static Set<String> about(String dashboard) {
        return SERVICES.contains(dashboard) ? Set.of(dashboard) : SERVICES;
    }

    private static Stream<Question> alerts() {
        return RULES.stream()
                .map(rule -> new Question(rule.toString(), rule.expression(), SERVICES));
    }

    private static Asked asked() {
        var recorded =
                RULES.stream()
                        .filter(rule -> !rule.isAlert())
                        .map(Rule::name)
                        .collect(Collectors.toSet());
        return new Asked(Scrape.of(CAIRN), recorded);
    }

    private static List<String> inVain(Asked asked, Stream<Question> questions) {
        return questions
                .flatMap(
                        question ->
                                asked.inVain(question.expression(), question.about()).stream()
                                        .map(complaint -> question.where() + ": " + complaint))
                .toList();
    }
}
