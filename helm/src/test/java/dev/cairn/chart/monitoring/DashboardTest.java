package dev.cairn.chart.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.chart.Chart;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What makes dashboards work in every Grafana and easy to read, checked for every panel. */
class DashboardTest {
    private static final int WIDTH = 24;
    private static final int LARGEST = 200_000;
    private static final int SCHEMA = 41;

    private static final Set<String> SMALL_WORDS =
            Set.of(
                    "a", "and", "at", "by", "for", "from", "in", "of", "over", "per", "since",
                    "the");
    private static final Pattern TITLE_WORD = Pattern.compile("[A-Z/][A-Za-z:/-]*");

    static Stream<Dashboard> dashboards() {
        return Dashboard.all().stream();
    }

    @Test
    void thereIsOneForEachServiceAndAnOverview() {
        assertThat(Dashboard.all())
                .extracting(Dashboard::name)
                .containsExactly("ledger", "notify", "overview", "rules", "segment");
    }

    @Test
    void chartBringsThemAsTheyAre() {
        var brought =
                Chart.minimal().with("monitoring: {dashboards: {enabled: true}}").render().all();

        assertThat(dashboards())
                .allSatisfy(
                        dashboard ->
                                assertThat(brought)
                                        .extracting(
                                                object ->
                                                        object.path("data")
                                                                .path(file(dashboard))
                                                                .asText())
                                        .contains(dashboard.text()));
    }

    private static String file(Dashboard dashboard) {
        return "cairn-" + dashboard.name() + ".json";
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void identityIsStableAndTheFormIsCurrent(Dashboard dashboard) {
        var json = dashboard.json();

        assertThat(json.path("uid").asText()).isEqualTo("cairn-" + dashboard.name());
        assertThat(json.path("title").asText()).startsWith("Cairn / ");
        assertThat(json.path("description").asText()).endsWith(".").hasSizeGreaterThan(30);
        assertThat(json.path("schemaVersion").asInt()).isEqualTo(SCHEMA);
        assertThat(json.has("id")).as("an id belongs to one Grafana only").isFalse();
        assertThat(json.has("__inputs")).as("inputs do not work from a ConfigMap").isFalse();
        assertThat(dashboard.text().length()).isLessThan(LARGEST);
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void fileIsIndentedByTwoSpaces(Dashboard dashboard) {
        assertThat(dashboard.text()).isEqualTo(Canonical.text(dashboard.json()));
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void variablesChooseSourceNamespaceAndService(Dashboard dashboard) {
        var variables = new HashMap<String, JsonNode>();
        Dashboard.list(dashboard.json().path("templating").path("list"))
                .forEach(variable -> variables.put(variable.path("name").asText(), variable));

        assertThat(variables).containsKeys("datasource", "namespace", "service");
        assertThat(variables.get("datasource").path("type").asText()).isEqualTo("datasource");
        assertThat(variables.get("datasource").path("query").asText()).isEqualTo("prometheus");
        if (dashboard.name().equals("overview")) {
            assertThat(variables.get("service").path("multi").asBoolean()).isTrue();
        } else {
            assertThat(variables).containsKey("pod");
            assertThat(variables.get("service").path("query").asText()).isEqualTo(dashboard.name());
        }
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void allDashboardsLinkToEachOther(Dashboard dashboard) {
        var link = dashboard.json().path("links").path(0);

        assertThat(texts(dashboard.json().path("tags"))).contains("cairn");
        assertThat(link.path("type").asText()).isEqualTo("dashboards");
        assertThat(texts(link.path("tags"))).containsExactly("cairn");
        assertThat(link.path("includeVars").asBoolean()).isTrue();
        assertThat(link.path("keepTime").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void rowsAreBusinessRequestsAndResources(Dashboard dashboard) {
        assertThat(dashboard.rowsAndPanels())
                .filteredOn(panel -> panel.path("type").asText().equals("row"))
                .extracting(row -> row.path("title").asText().split(":")[0])
                .contains("RED", "USE", "Business");
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void panelsSayWhatTheyShowInWhichUnit(Dashboard dashboard) {
        assertThat(dashboard.panels())
                .allSatisfy(
                        panel -> {
                            var defaults = panel.path("fieldConfig").path("defaults");
                            assertThat(defaults.path("unit").asText()).isNotEmpty();
                            assertThat(defaults.path("thresholds").path("steps")).isNotEmpty();
                            assertThat(panel.path("description").asText())
                                    .hasSizeGreaterThan(20)
                                    .endsWith(".");
                            assertThat(panel.path("targets")).isNotEmpty();
                        });
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void titlesAreUniqueAndInTitleCase(Dashboard dashboard) {
        var titles = dashboard.rowsAndPanels().stream().map(p -> p.path("title").asText()).toList();

        assertThat(titles).doesNotHaveDuplicates();
        assertThat(titles.stream().flatMap(title -> Stream.of(title.split(" "))))
                .allMatch(word -> SMALL_WORDS.contains(word) || TITLE_WORD.matcher(word).matches());
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void idsAreUniqueAndPanelsDoNotOverlap(Dashboard dashboard) {
        var taken = new HashSet<List<Integer>>();
        for (var panel : dashboard.rowsAndPanels()) {
            var grid = panel.path("gridPos");
            var right = grid.path("x").asInt() + grid.path("w").asInt();
            assertThat(right).as(panel.path("title").asText()).isLessThanOrEqualTo(WIDTH);
            for (var x = grid.path("x").asInt(); x < right; x++) {
                for (var y = 0; y < grid.path("h").asInt(); y++) {
                    assertThat(taken.add(List.of(x, grid.path("y").asInt() + y)))
                            .as(panel.path("title").asText() + " lies over another panel")
                            .isTrue();
                }
            }
        }
        assertThat(dashboard.rowsAndPanels())
                .extracting(panel -> panel.path("id").asInt())
                .doesNotHaveDuplicates()
                .allMatch(id -> id > 0);
    }

    private static List<String> texts(JsonNode array) {
        return Dashboard.list(array).stream().map(JsonNode::asText).toList();
    }
}
