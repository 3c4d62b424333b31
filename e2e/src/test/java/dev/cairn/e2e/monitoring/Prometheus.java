package dev.cairn.e2e.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.chart.monitoring.Rule;
import dev.cairn.devstack.Component;
import dev.cairn.devstack.Platform;
import dev.cairn.devstack.client.Http;
import dev.cairn.devstack.process.FreePorts;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/** A Prometheus that scrapes a platform each second and evaluates the chart's rules. */
final class Prometheus implements AutoCloseable {
    private final Process process;
    private final String url;
    private final Http http = new Http();

    private Prometheus(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    /** Starts one that keeps its data in a fresh folder. */
    static Prometheus of(Platform platform) throws IOException {
        var home = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "prom");
        Files.writeString(home.resolve("rules.yaml"), Rule.file());
        Files.writeString(home.resolve("prometheus.yaml"), configuration(platform));
        var address = "127.0.0.1:" + FreePorts.next(Set.of());
        var process =
                new ProcessBuilder(
                                "prometheus",
                                "--config.file=" + home.resolve("prometheus.yaml"),
                                "--storage.tsdb.path=" + home.resolve("data"),
                                "--web.listen-address=" + address,
                                "--log.level=warn")
                        .redirectErrorStream(true)
                        .redirectOutput(home.resolve("log").toFile())
                        .start();
        return new Prometheus(process, "http://" + address);
    }

    private static String configuration(Platform platform) {
        var targets =
                Component.SERVICES.stream()
                        .map(service -> target(platform, service))
                        .collect(Collectors.joining());
        return """
        global: {scrape_interval: 1s, evaluation_interval: 1s}
        rule_files: [rules.yaml]
        scrape_configs:
        """
                + targets;
    }

    private static String target(Platform platform, Component service) {
        var address = platform.managementUrl(service).replace("http://", "");
        return """
          - job_name: %1$s
            metrics_path: /q/metrics
            static_configs:
              - targets: ['%2$s']
                labels: {namespace: cairn, service: %1$s, pod: %1$s-1}
        """
                .formatted(service.label(), address);
    }

    /** What an expression is now: a list of series with their values. */
    JsonNode query(String expression) {
        var encoded = URLEncoder.encode(expression, StandardCharsets.UTF_8);
        return http.get(url + "/api/v1/query?query=" + encoded).orFail().json().at("/data/result");
    }

    /** All groups of rules, with the health of each rule. */
    JsonNode ruleGroups() {
        return http.get(url + "/api/v1/rules").orFail().json().at("/data/groups");
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
