package dev.cairn.e2e.monitoring;

import dev.cairn.chart.Chart;
import dev.cairn.chart.monitoring.Dashboard;
import dev.cairn.chart.monitoring.Promql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The table of docs/operations/metrics.md, without the sentences in it. */
final class MetricsTable {
    private static final int COLUMNS = 7;

    private MetricsTable() {}

    /**
     * A line of the table.
     *
     * @param services who has the metric
     * @param dashboards where it is shown
     */
    record Line(
            String name,
            String type,
            Set<String> labels,
            Set<String> services,
            Set<String> dashboards) {}

    /** The table as it is written. */
    static List<Line> read() {
        try {
            return Files.readString(Chart.REPOSITORY.resolve("docs/operations/metrics.md"))
                    .lines()
                    .filter(line -> line.startsWith("| `cairn_"))
                    .map(line -> line.replace("`", "").split("\\s*\\|\\s*", COLUMNS + 2))
                    .map(
                            cells ->
                                    new Line(
                                            cells[1],
                                            cells[2],
                                            words(cells[3]),
                                            words(cells[6]),
                                            words(cells[7])))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> words(String cell) {
        return cell.isBlank() ? Set.of() : new TreeSet<>(List.of(cell.split(", ")));
    }

    /** The table as it should be. */
    static List<Line> of(Map<String, Exposition> services) {
        var lines = new TreeMap<String, Line>();
        services.forEach(
                (service, exposition) ->
                        exposition
                                .own()
                                .forEach(
                                        (name, metric) ->
                                                lines.merge(
                                                        name,
                                                        line(service, name, metric),
                                                        MetricsTable::both)));
        return new ArrayList<>(lines.values());
    }

    private static Line line(String service, String name, Exposition.Described metric) {
        return new Line(name, metric.type(), metric.labels(), Set.of(service), dashboards(name));
    }

    private static Line both(Line one, Line other) {
        return new Line(
                one.name(),
                one.type(),
                union(one.labels(), other.labels()),
                union(one.services(), other.services()),
                one.dashboards());
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        var union = new TreeSet<>(one);
        union.addAll(other);
        return union;
    }

    private static Set<String> dashboards(String metric) {
        return Dashboard.all().stream()
                .filter(
                        dashboard ->
                                dashboard.queries().stream()
                                        .flatMap(q -> Promql.selectors(q.expression()).stream())
                                        .anyMatch(s -> isOf(metric, s.metric())))
                .map(Dashboard::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isOf(String family, String series) {
        return series.matches(family + "(_bucket|_count|_sum|_max)?");
    }
}
