package dev.cairn.chart.monitoring;

import dev.cairn.chart.Chart;
import dev.cairn.chart.Yaml;
import java.util.ArrayList;
import java.util.List;

/** What operators may tune about alerts. */
final class Thresholds {

    private Thresholds() {}

    static List<String> names() {
        var names = new ArrayList<String>();
        Yaml.file(Chart.HOME.resolve("values.yaml"))
                .at("/monitoring/prometheusRule/thresholds")
                .fieldNames()
                .forEachRemaining(names::add);
        return names;
    }
}
