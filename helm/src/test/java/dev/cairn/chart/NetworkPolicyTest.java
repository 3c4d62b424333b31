package dev.cairn.chart;

import static dev.cairn.chart.Manifests.items;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When the policy is on, every pod is under one, and it lets through all that the pod needs. */
class NetworkPolicyTest {
    private static final Manifests MANIFESTS =
            Chart.of("ci/networkpolicy-values.yaml").withTest().render();

    @Test
    void everyPodIsUnderExactlyOne() {
        assertThat(MANIFESTS.pods()).hasSize(6);
        MANIFESTS
                .pods()
                .forEach(
                        pod ->
                                assertThat(MANIFESTS.ofKind("NetworkPolicy"))
                                        .as("%s", pod)
                                        .filteredOn(policy -> selects(policy, pod.template()))
                                        .hasSize(1));
    }

    @Test
    void everyPolicyHasItsPods() {
        for (var policy : MANIFESTS.ofKind("NetworkPolicy")) {
            assertThat(MANIFESTS.pods().filter(pod -> selects(policy, pod.template())))
                    .as(Manifests.name(policy))
                    .hasSize(1);
            assertThat(policy.at("/spec/policyTypes").toString()).contains("Ingress", "Egress");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ledger           | 53 443 4317 5432 9092 9093 3128",
                "segment          | 53 443 4317 5432 9092 9093 3128",
                "rules            | 53 443 4317 5432 9092 9093 3128 6379",
                "notify           | 53 443 4317 5432 9092 9093 3128 587 8443",
                "ledger-migration | 53 5432 3128",
                "smoke            | 53 8080 9000",
            })
    void itsPodsReachWhatTheyNeedAndNothingElse(String component, String ports) {
        var policy = MANIFESTS.named("NetworkPolicy", "cairn-" + component);

        assertThat(ports(policy.at("/spec/egress"))).isEqualTo(Set.of(ports.split(" ")));
    }

    @Test
    void dnsIsAskedOverBothProtocols() {
        for (var policy : MANIFESTS.ofKind("NetworkPolicy")) {
            assertThat(items(policy.at("/spec/egress/0/ports")))
                    .extracting(port -> port.path("port").asInt() + port.path("protocol").asText())
                    .containsExactly("53UDP", "53TCP");
        }
    }

    @Test
    void onlyTheGatewayAndTheTestReachTheApisAndOnlyPrometheusTheMetrics() {
        var ingress = MANIFESTS.named("NetworkPolicy", "cairn-ledger").at("/spec/ingress");

        assertThat(
                        items(ingress)
                                .map(
                                        rule ->
                                                rule.path("from").toString()
                                                        + rule.findValues("port")))
                .satisfiesExactly(
                        rule -> assertThat(rule).contains("gateway", "[8080]"),
                        rule -> assertThat(rule).contains("monitoring", "[9000]"),
                        rule -> assertThat(rule).contains("smoke", "[8080, 9000]"));
        items(ingress).forEach(rule -> assertThat(rule.path("from").isEmpty()).isFalse());
    }

    @Test
    void nobodyReachesMigrationsAndTests() {
        for (var name : Set.of("cairn-smoke", "cairn-ledger-migration")) {
            assertThat(MANIFESTS.named("NetworkPolicy", name).path("spec").has("ingress"))
                    .isFalse();
        }
    }

    private static boolean selects(JsonNode policy, JsonNode pod) {
        return Labels.match(policy.at("/spec/podSelector/matchLabels"), pod.at("/metadata/labels"));
    }

    private static Set<String> ports(JsonNode rules) {
        return items(rules)
                .flatMap(rule -> items(rule.path("ports")))
                .map(port -> port.path("port").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
