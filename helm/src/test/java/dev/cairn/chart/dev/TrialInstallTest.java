package dev.cairn.chart.dev;

import static dev.cairn.chart.dev.TrialCluster.everywhere;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.chart.Manifests;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The chart, installed with the values of the trial, finds what the trial cluster has. */
class TrialInstallTest {
    private static Manifests chart;

    @BeforeAll
    static void render() {
        chart = TrialCluster.chart();
    }

    @Test
    void everySecretThatItNeedsIsMadeByTheScript() {
        // When
        var needed = new TreeSet<String>();
        everywhere(chart.all(), "secretKeyRef").stream()
                .filter(ref -> !ref.path("optional").asBoolean())
                .forEach(
                        ref ->
                                needed.add(
                                        ref.path("name").asText()
                                                + "/"
                                                + ref.path("key").asText()));

        // Then
        assertThat(needed).hasSizeGreaterThan(16);
        assertThat(TrialCluster.secretKeys()).containsAll(needed);
    }

    @Test
    void everyAddressBelongsToAServiceOfTheCluster() {
        // Given
        var trial = TrialCluster.manifests();
        var services = new HashSet<String>();
        trial.ofKind("Service").forEach(service -> services.add(Manifests.name(service)));
        services.add(Manifests.name(trial.one("Cluster")) + "-rw");
        services.add(Manifests.name(trial.one("Kafka")) + "-kafka-bootstrap");

        // Then
        assertThat(hosts()).hasSize(5).isSubsetOf(services);
    }

    @Test
    void everyDoorOfAServiceFindsItsPods() {
        var doors =
                TrialCluster.documents("doors.yaml").stream()
                        .filter(door -> door.at("/spec/selector").size() == 3)
                        .toList();

        assertThat(doors)
                .hasSize(4)
                .allSatisfy(
                        door -> {
                            var selector = door.at("/spec/selector");
                            var name = selector.path("app.kubernetes.io/component").asText();
                            var pod = chart.deployment(name).at("/spec/template");
                            assertThat(labels(pod.at("/metadata/labels")))
                                    .containsAll(labels(selector));
                            assertThat(everywhere(List.of(pod), "ports").getFirst().toString())
                                    .contains(door.at("/spec/ports/0/targetPort").toString());
                        });
    }

    @Test
    void theInstructionsLoadTheImagesThatItAsksFor() {
        // Given
        var instructions = TrialCluster.text("README.md");

        // Then
        assertThat(everywhere(chart.ofKind("Deployment"), "image"))
                .isNotEmpty()
                .extracting(image -> image.asText().replaceFirst("cairn-[a-z]+:", "cairn-*:"))
                .containsOnly("ghcr.io/cairn-loyalty/cairn-*:0.1.0");
        assertThat(instructions)
                .contains("ghcr.io/cairn-loyalty/cairn-{rules,ledger,segment,notify}:0.1.0");
    }

    /** Names of the hosts in the settings of the four services. */
    private static Set<String> hosts() {
        var hosts = new TreeSet<String>();
        for (var config : chart.ofKind("ConfigMap")) {
            var data = config.path("data");
            hosts.add(host(data.path("QUARKUS_DATASOURCE_JDBC_URL").asText()));
            hosts.add(host(data.path("KAFKA_BOOTSTRAP_SERVERS").asText()));
            hosts.add(host(data.path("QUARKUS_OIDC_AUTH_SERVER_URL").asText()));
            hosts.add(host(data.path("QUARKUS_REDIS_HOSTS").asText()));
            hosts.add(host(data.path("QUARKUS_MAILER_HOST").asText()));
        }
        hosts.remove("");
        return hosts;
    }

    private static String host(String address) {
        return address.replaceFirst("^.*://", "").replaceFirst("[:/].*$", "");
    }

    private static Set<String> labels(JsonNode map) {
        var labels = new TreeSet<String>();
        map.properties().forEach(e -> labels.add(e.getKey() + "=" + e.getValue().asText()));
        return labels;
    }
}
