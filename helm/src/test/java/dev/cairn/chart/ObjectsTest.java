package dev.cairn.chart;

import static dev.cairn.chart.Manifests.items;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Objects find each other: by names, labels and ports. */
class ObjectsTest {
    private static final Set<String> SELECTOR =
            Set.of(
                    "app.kubernetes.io/name",
                    "app.kubernetes.io/instance",
                    "app.kubernetes.io/component");

    @ParameterizedTest
    @MethodSource("dev.cairn.chart.Chart#examples")
    void everySelectorFindsTheRightPodsOnly(String example) {
        var manifests = Chart.of(example).withTest().render();

        for (var service : manifests.ofKind("Service")) {
            var found =
                    manifests
                            .pods()
                            .filter(pod -> selects(service.at("/spec/selector"), pod.template()));
            assertThat(found)
                    .as(Manifests.name(service))
                    .singleElement()
                    .asString()
                    .startsWith("Deployment/");
        }
        for (var deployment : manifests.ofKind("Deployment")) {
            var selector = deployment.at("/spec/selector/matchLabels");
            assertThat(selects(selector, deployment.at("/spec/template"))).isTrue();
            assertThat(selector.fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrderElementsOf(SELECTOR);
        }
        for (var budget : manifests.ofKind("PodDisruptionBudget")) {
            var deployment = manifests.named("Deployment", Manifests.name(budget));
            var selector = budget.at("/spec/selector/matchLabels");
            assertThat(selects(selector, deployment.at("/spec/template"))).isTrue();
        }
    }

    private static boolean selects(JsonNode selector, JsonNode pod) {
        return Labels.match(selector, pod.at("/metadata/labels"));
    }

    @ParameterizedTest
    @MethodSource("dev.cairn.chart.Chart#examples")
    void namesAreValidAndUnique(String example) {
        var objects = Chart.of(example).withTest().render().all();

        assertThat(objects)
                .extracting(o -> o.path("kind").asText() + Manifests.name(o))
                .doesNotHaveDuplicates();
        objects.forEach(
                object ->
                        assertThat(Manifests.name(object))
                                .matches("[a-z]([-a-z0-9]*[a-z0-9])?")
                                .hasSizeLessThan(64));
    }

    @Test
    void aLongReleaseNameStillMakesValidNames() {
        var long53 = "loyalty-programme-of-the-northern-region-production-1";

        var objects =
                Chart.of("ci/migration-job-values.yaml").named(long53).withTest().render().all();

        assertThat(objects)
                .extracting(o -> o.path("kind").asText() + Manifests.name(o))
                .doesNotHaveDuplicates();
        objects.forEach(
                object -> {
                    assertThat(Manifests.name(object)).hasSizeLessThan(64).doesNotEndWith("-");
                    object.at("/metadata/labels")
                            .forEach(label -> assertThat(label.asText()).hasSizeLessThan(64));
                });
    }

    @ParameterizedTest
    @MethodSource("dev.cairn.chart.Chart#examples")
    void everyMountHasItsVolumeAndEveryConfigMapIsThere(String example) {
        var manifests = Chart.of(example).withTest().render();

        manifests
                .pods()
                .forEach(
                        pod -> {
                            var volumes =
                                    pod.template().at("/spec/volumes").findValuesAsText("name");
                            for (var container : Manifests.containers(pod.template())) {
                                assertThat(items(container.path("volumeMounts")))
                                        .extracting(mount -> mount.path("name").asText())
                                        .isSubsetOf(volumes);
                                items(container.path("envFrom"))
                                        .map(from -> from.at("/configMapRef/name").asText())
                                        .forEach(name -> manifests.named("ConfigMap", name));
                            }
                            var account = pod.template().at("/spec/serviceAccountName").asText();
                            manifests.named("ServiceAccount", account);
                        });
    }

    @ParameterizedTest
    @MethodSource("dev.cairn.chart.Chart#examples")
    void everyObjectSaysWhatItBelongsTo(String example) {
        for (var object : Chart.of(example).withTest().render().all()) {
            var labels = object.at("/metadata/labels");
            assertThat(labels.path("app.kubernetes.io/name").asText()).isEqualTo("cairn");
            assertThat(labels.path("app.kubernetes.io/part-of").asText()).isEqualTo("cairn");
            assertThat(labels.path("app.kubernetes.io/managed-by").asText()).isEqualTo("Helm");
            assertThat(labels.path("helm.sh/chart").asText()).startsWith("cairn-");
        }
    }

    @Test
    void anUpgradeKeepsSelectorsAndNamesAndDoesNotRestartForALabel(@TempDir Path folder)
            throws IOException {
        // Given
        var next = ChartCopy.in(folder).withVersions("0.2.0");

        // When
        var before = Chart.minimal().render();
        var after = Chart.minimal().from(next.home()).render();

        // Then
        for (var deployment : before.ofKind("Deployment")) {
            var upgraded = after.named("Deployment", Manifests.name(deployment));
            assertThat(upgraded.at("/spec/selector")).isEqualTo(deployment.at("/spec/selector"));
            assertThat(upgraded.at("/spec/template/metadata/labels").has("helm.sh/chart"))
                    .isFalse();
            assertThat(upgraded.at("/spec/template/spec/containers/0/image").asText())
                    .endsWith(":0.2.0");
        }
        for (var service : before.ofKind("Service")) {
            var upgraded = after.named("Service", Manifests.name(service));
            assertThat(upgraded.path("spec")).isEqualTo(service.path("spec"));
        }
    }

    @Test
    void aMigrationJobGetsANewNameWhenItWouldBeChanged() {
        var chart = Chart.of("ci/migration-job-values.yaml");

        var same = chart.render().ofKind("Job").stream().map(Manifests::name).toList();
        var other =
                chart.with("defaults: {database: {port: 5433}}").render().ofKind("Job").stream()
                        .map(Manifests::name)
                        .toList();

        assertThat(same).hasSize(4).allMatch(name -> name.contains("-migrate-0-1-0-"));
        assertThat(other).hasSize(4).doesNotContainAnyElementsOf(same);
    }

    @Test
    void twoReleasesStandBesideEachOther() {
        var one = Chart.minimal().named("brand-a").render();
        var two = Chart.minimal().named("brand-b").render();

        assertThat(one.all())
                .extracting(Manifests::label)
                .doesNotContainAnyElementsOf(two.all().stream().map(Manifests::label).toList());
        one.pods()
                .forEach(
                        pod ->
                                two.ofKind("Service")
                                        .forEach(
                                                service ->
                                                        assertThat(
                                                                        selects(
                                                                                service.at(
                                                                                        "/spec/selector"),
                                                                                pod.template()))
                                                                .isFalse()));
    }
}
