package dev.cairn.chart;

import static dev.cairn.chart.Manifests.items;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pods keep the restricted security standard, and nothing in them hinders OpenShift. */
class PodSecurityTest {
    @ParameterizedTest
    @MethodSource("dev.cairn.chart.Chart#examples")
    void noPodIsRootOrHasAFixedUserOrAWritableRoot(String example) {
        Chart.of(example).withTest().render().pods().forEach(PodSecurityTest::assertRestricted);
    }

    private static void assertRestricted(Manifests.Pod pod) {
        var spec = pod.template().path("spec");
        assertThat(spec.at("/securityContext/runAsNonRoot").asBoolean()).as("%s", pod).isTrue();
        assertThat(spec.path("automountServiceAccountToken").asBoolean(true)).isFalse();
        assertThat(spec.path("enableServiceLinks").asBoolean(true)).isFalse();
        assertThat(spec.findValues("runAsUser")).isEmpty();
        assertThat(spec.findValues("fsGroup")).isEmpty();
        for (var container : Manifests.containers(pod.template())) {
            var context = container.path("securityContext");
            assertThat(context.path("readOnlyRootFilesystem").asBoolean()).isTrue();
            assertThat(context.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
            assertThat(context.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
            assertThat(items(container.path("volumeMounts")))
                    .filteredOn(mount -> !mount.path("readOnly").asBoolean())
                    .extracting(mount -> mount.path("mountPath").asText())
                    .containsExactly("/tmp");
        }
    }

    @Test
    void securityContextsCanBeTakenAway() {
        var values =
                """
                defaults: {podSecurityContext: {seccompProfile: null}}
                services: {ledger: {securityContext: null}}
                """;

        var manifests = Chart.minimal().with(values).render();

        var ledger = manifests.deployment("ledger").at("/spec/template/spec");
        assertThat(ledger.path("securityContext").has("seccompProfile")).isFalse();
        assertThat(ledger.at("/containers/0").has("securityContext")).isFalse();
        var rules = manifests.deployment("rules").at("/spec/template/spec");
        assertThat(rules.at("/containers/0").has("securityContext")).isTrue();
    }

    @Test
    void aLargeUserIdStaysANumber() {
        var chart = Chart.minimal().with("defaults: {podSecurityContext: {runAsUser: 1000700000}}");

        assertThat(chart.text()).contains("runAsUser: 1000700000");
    }
}
