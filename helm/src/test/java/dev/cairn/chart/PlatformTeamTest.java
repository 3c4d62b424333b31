package dev.cairn.chart;

import static dev.cairn.chart.Manifests.items;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What platform teams complain about in other charts, one test for each complaint. */
class PlatformTeamTest {
    private static final Set<String> WORKLOADS = Set.of("ledger", "notify", "rules", "segment");
    private static final Pattern SECRET =
            Pattern.compile("(?i)password|token|secret|jaas|_key$|_keys_old$");

    @Test
    void anUpgradeDoesNotTouchWhatTheAutoscalerDecided() {
        var hpa = Chart.of("ci/hpa-values.yaml").render();
        var keda = Chart.of("ci/keda-values.yaml").render();

        assertThat(hpa.deployment("ledger").at("/spec").has("replicas")).isFalse();
        assertThat(hpa.deployment("notify").at("/spec/replicas").asInt()).isEqualTo(2);
        assertThat(keda.deployment("notify").at("/spec").has("replicas")).isFalse();
        assertThat(hpa.ofKind("HorizontalPodAutoscaler")).hasSize(2);
        assertThat(keda.ofKind("HorizontalPodAutoscaler")).isEmpty();
        assertThat(keda.ofKind("ScaledObject")).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("dev.cairn.chart.Chart#examples")
    void secretsAreNeverMadeHere(String example) {
        var manifests = Chart.of(example).withTest().render();

        assertThat(manifests.ofKind("Secret")).isEmpty();
        manifests
                .pods()
                .flatMap(pod -> Manifests.containers(pod.template()).stream())
                .flatMap(container -> items(container.path("env")))
                .filter(env -> SECRET.matcher(env.path("name").asText()).find())
                .forEach(env -> assertThat(env.has("value")).as("%s", env).isFalse());
        manifests
                .ofKind("ConfigMap")
                .forEach(
                        map ->
                                map.path("data")
                                        .fieldNames()
                                        .forEachRemaining(
                                                key -> assertThat(key).doesNotMatch(SECRET)));
    }

    @ParameterizedTest
    @MethodSource("dev.cairn.chart.Chart#examples")
    void twiceRenderedIsEqual(String example) {
        var chart = Chart.of(example).withTest();

        assertThat(chart.rendered()).isEqualTo(chart.text());
    }

    @Test
    void onlyTheTestIsAHook() {
        var installed = Chart.of("ci/migration-job-values.yaml").render();
        var tested = Chart.of("ci/migration-job-values.yaml").withTest().render();

        assertThat(installed.all())
                .noneMatch(object -> object.at("/metadata/annotations").has("helm.sh/hook"));
        assertThat(tested.all()).hasSize(installed.all().size() + 1);
        assertThat(tested.named("Pod", "cairn-smoke").path("spec").isEmpty()).isFalse();
    }

    @Test
    void aNodeWithTheOnlyPodCanBeDrained() {
        var keda = Chart.of("ci/keda-values.yaml").render();
        var single = Chart.minimal().with("defaults: {replicas: 1}").render();

        assertThat(keda.ofKind("PodDisruptionBudget"))
                .extracting(Manifests::name)
                .containsExactlyInAnyOrder("cairn-ledger", "cairn-notify", "cairn-rules");
        assertThat(single.ofKind("PodDisruptionBudget")).isEmpty();
    }

    @Test
    void everyPodCanBePlacedAndLabelledAlsoJobsAndTests() {
        var manifests =
                Chart.of("ci/ha-values.yaml")
                        .withTest()
                        .with("defaults: {migrations: {mode: job}, runtimeClassName: gvisor}")
                        .render();

        assertThat(manifests.pods()).hasSize(9);
        manifests
                .pods()
                .forEach(
                        pod -> {
                            var spec = pod.template().path("spec");
                            assertThat(spec.path("priorityClassName").asText())
                                    .isEqualTo("business-critical");
                            assertThat(spec.path("runtimeClassName").asText()).isEqualTo("gvisor");
                            assertThat(spec.path("tolerations")).as("%s", pod).hasSize(1);
                            assertThat(spec.path("topologySpreadConstraints")).hasSize(2);
                            assertThat(spec.at("/affinity/nodeAffinity").isEmpty()).isFalse();
                            assertThat(spec.path("nodeSelector")).hasSize(1);
                            var labels = pod.template().at("/metadata/labels");
                            assertThat(labels.path("cost-centre").asText()).isEqualTo("loyalty");
                            assertThat(labels.path("example.com/stage").asText())
                                    .isEqualTo("production");
                            assertThat(pod.template().at("/metadata/annotations").toString())
                                    .contains("loyalty-team");
                        });
    }

    @Test
    void imagesComeFromTheMirrorByDigestWithPullSecrets() {
        var manifests = Chart.of("ci/airgapped-values.yaml").withTest().render();

        manifests
                .pods()
                .forEach(
                        pod -> {
                            assertThat(pod.template().at("/spec/imagePullSecrets/0/name").asText())
                                    .isEqualTo("mirror");
                            assertThat(Manifests.containers(pod.template()))
                                    .extracting(c -> c.path("image").asText())
                                    .as("%s", pod)
                                    .allMatch(i -> i.startsWith("registry.internal:5000/"));
                        });
        assertThat(image(manifests, "ledger"))
                .contains("cairn-ledger@sha256:")
                .doesNotContain("0.1.0");
        assertThat(image(manifests, "rules"))
                .isEqualTo("registry.internal:5000/mirror/loyalty/rules:0.1.0-native");
        assertThat(manifests.deployment("rules").at("/spec/template/spec/imagePullSecrets"))
                .hasSize(2);
    }

    private static String image(Manifests manifests, String workload) {
        return manifests.deployment(workload).at("/spec/template/spec/containers/0/image").asText();
    }

    @ParameterizedTest
    @MethodSource("dev.cairn.chart.Chart#examples")
    void noImageIsLatest(String example) {
        Chart.of(example)
                .withTest()
                .render()
                .pods()
                .flatMap(pod -> Manifests.containers(pod.template()).stream())
                .map(container -> container.path("image").asText())
                .forEach(
                        image -> assertThat(image).matches(".+(:[0-9][^:]*|@sha256:[0-9a-f]{64})"));
    }

    @Test
    void aParentChartMayHandDownGlobalsAndACondition() {
        var chart =
                Chart.minimal().with("enabled: true\nglobal: {storageClass: fast, other: {a: 1}}");

        assertThat(chart.render().ofKind("Deployment")).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "redis", "kafka", "keycloak", "bitnami", "mariadb"})
    void noDatabaseIsBundled(String name) {
        assertThat(Yaml.file(Chart.HOME.resolve("Chart.yaml")).has("dependencies")).isFalse();
        Chart.minimal()
                .render()
                .pods()
                .flatMap(pod -> Manifests.containers(pod.template()).stream())
                .forEach(c -> assertThat(c.path("image").asText()).doesNotContain(name));
    }

    @Test
    void dashboardsCarryTheLabelThatTheSidecarLooksFor() {
        var dashboards =
                Chart.of("ci/monitoring-values.yaml").render().ofKind("ConfigMap").stream()
                        .filter(map -> Manifests.name(map).contains("-dashboard-"))
                        .toList();

        assertThat(dashboards).isNotEmpty();
        dashboards.forEach(
                map -> {
                    assertThat(map.at("/metadata/labels/grafana_dashboard").asText())
                            .isEqualTo("1");
                    assertThat(map.at("/metadata/namespace").asText()).isEqualTo("grafana");
                    assertThat(map.at("/metadata/annotations/grafana_folder").asText())
                            .isEqualTo("Cairn");
                });
    }

    @Test
    void alertsCanBeTunedAndSilencedOneByOne() {
        var all = Chart.minimal().with("monitoring: {prometheusRule: {enabled: true}}").render();
        var some = Chart.of("ci/monitoring-values.yaml").render().one("PrometheusRule");

        assertThat(all.one("PrometheusRule").findValuesAsText("alert"))
                .contains("CairnDeliveryFailures");
        assertThat(some.findValuesAsText("alert"))
                .doesNotContain("CairnDeliveryFailures")
                .contains("CairnOutboxStuck");
        var stuck = alert(some, "CairnOutboxStuck");
        assertThat(stuck.path("expr").asText()).contains("> 60");
        assertThat(stuck.at("/labels/team").asText()).isEqualTo("loyalty");
        assertThat(stuck.at("/annotations/runbook_url").asText())
                .endsWith("/docs/runbooks/CairnOutboxStuck.md");
    }

    private static JsonNode alert(JsonNode rule, String name) {
        return items(rule.at("/spec/groups"))
                .flatMap(group -> items(group.path("rules")))
                .filter(alert -> alert.path("alert").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aChangeOfOneServiceRestartsOnlyThatOne() {
        var before = Chart.minimal().render();
        var after = Chart.minimal().with("services: {notify: {brand: Shop}}").render();

        for (var workload : WORKLOADS) {
            var same = checksum(before, workload).equals(checksum(after, workload));
            assertThat(same).as(workload).isEqualTo(!workload.equals("notify"));
        }
    }

    private static String checksum(Manifests manifests, String workload) {
        return manifests
                .deployment(workload)
                .at("/spec/template/metadata/annotations/checksum~1config")
                .asText();
    }

    @Test
    void anEnvironmentVariableCanBeAddedToEveryContainer() {
        var manifests =
                Chart.minimal().with("defaults: {extraEnv: [{name: EXTRA, value: x}]}").render();

        manifests
                .ofKind("Deployment")
                .forEach(
                        deployment ->
                                Manifests.containers(deployment.at("/spec/template"))
                                        .forEach(
                                                container ->
                                                        assertThat(container.path("env").toString())
                                                                .contains("EXTRA")));
    }
}
