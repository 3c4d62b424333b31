package dev.cairn.chart.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An alert comes with its file, its runbook and its tests; nothing of those is left over. */
class AlertTest {
    private static final List<String> HEADINGS =
            List.of("## Meaning", "## Impact", "## Diagnosis", "## Mitigation");
    private static final Set<String> SEVERITIES = Set.of("page", "ticket");
    private static final String RUNBOOKS =
            "https://github.com/cairn-loyalty/cairn/blob/main/docs/runbooks/";

    private static final List<Rule> RULES = Rule.all();

    static Stream<Rule> alerts() {
        return RULES.stream().filter(Rule::isAlert);
    }

    static Stream<Rule> rules() {
        return RULES.stream();
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void everyAlertSaysWhatItIsAndWhomItWakes(Rule alert) {
        assertThat(SEVERITIES).contains(alert.severity());
        assertThat(alert.annotation("summary")).endsWith(".").hasSizeBetween(20, 90);
        assertThat(alert.annotation("description")).endsWith(".").contains("{{ $");
        assertThat(alert.annotation("runbook_url")).isEqualTo(RUNBOOKS + alert.name() + ".md");
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void everyAlertHasARunbookOfFourParts(Rule alert) {
        var runbook = Repository.text("docs/runbooks/" + alert.name() + ".md");

        assertThat(runbook).startsWith("# " + alert.name() + "\n");
        assertThat(runbook.lines().filter(line -> line.startsWith("## ")).toList())
                .isEqualTo(HEADINGS);
        assertThat(runbook).as("a command to paste").contains("```");
        assertThat(runbook.lines()).hasSizeLessThan(60);
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void everyAlertIsTestedSilentAndFiring(Rule alert) {
        var tests =
                Repository.files("helm/promtool", "*_test.yaml").stream()
                        .map(file -> Repository.text(file.toString()))
                        .collect(Collectors.joining());

        assertThat(tests)
                .contains("alertname: " + alert.name() + "\n        exp_alerts: []")
                .contains("alertname: " + alert.name() + "\n        exp_alerts:\n")
                .contains("severity: " + alert.severity());
        assertThat(Repository.text("helm/promtool/normal_day_test.yaml"))
                .contains("alertname: " + alert.name() + ",");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everySelectorStaysWithinTheNamespace(Rule rule) {
        assertThat(Promql.selectors(rule.expression()))
                .isNotEmpty()
                .allSatisfy(
                        selector ->
                                assertThat(selector.conditions())
                                        .contains(new Promql.Condition("namespace", "=", "cairn")));
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void everyAlertNamesItsService(Rule alert) {
        assertThat(Promql.selectors(alert.expression()))
                .anyMatch(selector -> selector.labels().contains("service"));
    }

    @Test
    void filesAndRunbooksAreThoseOfTheAlerts() {
        var names = alerts().map(Rule::name).collect(Collectors.toCollection(TreeSet::new));

        assertThat(names(Repository.files("helm/cairn/alerts", "Cairn*.yaml"))).isEqualTo(names);
        assertThat(names(Repository.files("docs/runbooks", "Cairn*.md"))).isEqualTo(names);
        assertThat(Repository.text("docs/runbooks/README.md").lines())
                .filteredOn(line -> line.startsWith("| [Cairn"))
                .extracting(line -> line.substring("| [".length(), line.indexOf(']')))
                .containsExactlyElementsOf(names);
    }

    @Test
    void everyThresholdIsUsed() {
        var files =
                Repository.files("helm/cairn/alerts", "*.yaml").stream()
                        .map(file -> Repository.text(file.toString()))
                        .collect(Collectors.joining());

        assertThat(Thresholds.names())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(files).contains(".thresholds." + name + " "));
    }

    @Test
    void thresholdsComeFromTheValues() {
        var tuned = Rule.with("{thresholds: {outboxStuckSeconds: 777, apiSlowSeconds: '2.5'}}");

        assertThat(expressions(RULES)).noneMatch(e -> e.contains("> 777"));
        assertThat(expressions(tuned)).anyMatch(e -> e.endsWith("> 777"));
        assertThat(expressions(tuned))
                .filteredOn(e -> e.contains("le="))
                .allMatch(e -> e.contains("le=\"2.5\""));
    }

    @Test
    void alertsCanBeLeftOutByName() {
        var fewer = Rule.with("{excludeAlerts: [CairnApiErrorBudgetBurn, CairnOutboxStuck]}");

        assertThat(RULES)
                .filteredOn(rule -> !fewer.contains(rule))
                .extracting(Rule::toString)
                .containsExactlyInAnyOrder(
                        "CairnApiErrorBudgetBurn page",
                        "CairnApiErrorBudgetBurn ticket",
                        "CairnOutboxStuck page");
    }

    @Test
    void labelsAndRunbooksCanBeOnesOwn() {
        var own =
                Rule.with(
                        "{additionalLabels: {team: loyalty}, runbookUrlBase:"
                                + " 'https://wiki.test/r/'}");

        assertThat(own)
                .filteredOn(Rule::isAlert)
                .allSatisfy(
                        alert -> {
                            assertThat(alert.json().at("/labels/team").asText())
                                    .isEqualTo("loyalty");
                            assertThat(alert.annotation("runbook_url"))
                                    .isEqualTo("https://wiki.test/r/" + alert.name() + ".md");
                        });
    }

    private static List<String> expressions(List<Rule> rules) {
        return rules.stream().map(Rule::expression).toList();
    }

    private static TreeSet<String> names(List<Path> files) {
        return files.stream()
                .map(file -> file.getFileName().toString().replaceFirst("\\.[a-z]+$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
