package dev.cairn.chart;

import static dev.cairn.chart.Manifests.items;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.contracts.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the chart knows about the services is what the services say themselves. */
class FactsTest {
    private static final Pattern PATH = Pattern.compile("@Path\\(\"([^\"]+)\"\\)");

    @ParameterizedTest
    @ValueSource(strings = {"ledger", "notify", "rules", "segment"})
    void kedaWatchesTheTopicsThatAServiceListensTo(String workload) {
        var keda = "services: {%s: {autoscaling: {mode: keda}}}".formatted(workload);
        var subscribed =
                Topics.subscriptions().stream()
                        .filter(subscription -> subscription.consumer().equals(workload))
                        .map(Topics.Subscription::topic)
                        .collect(Collectors.toSet());

        var triggers = Chart.minimal().with(keda).render().one("ScaledObject").at("/spec/triggers");

        assertThat(items(triggers))
                .extracting(trigger -> trigger.at("/metadata/topic").asText())
                .containsExactlyInAnyOrderElementsOf(subscribed);
        assertThat(items(triggers))
                .extracting(trigger -> trigger.at("/metadata/consumerGroup").asText())
                .containsOnly(workload);
    }

    @Test
    void everyRouteLeadsToTheServiceThatHasThePath() {
        var rules = Chart.of("ci/gateway-values.yaml").render().one("HTTPRoute").at("/spec/rules");

        assertThat(items(rules)).hasSize(4);
        items(rules)
                .forEach(
                        rule -> {
                            var service = rule.at("/backendRefs/0/name").asText().substring(6);
                            var paths = paths(service);
                            items(rule.path("matches"))
                                    .map(match -> match.at("/path"))
                                    .forEach(
                                            path ->
                                                    assertThat(paths)
                                                            .as("%s: %s", service, path)
                                                            .anyMatch(p -> reaches(path, p)));
                            assertThat(paths)
                                    .as(service)
                                    .allMatch(
                                            p ->
                                                    items(rule.path("matches"))
                                                            .anyMatch(
                                                                    m ->
                                                                            reaches(
                                                                                    m.at("/path"),
                                                                                    p)));
                        });
    }

    private static boolean reaches(JsonNode match, String path) {
        var value = match.path("value").asText();
        return match.path("type").asText().equals("PathPrefix")
                ? path.equals(value) || path.startsWith(value + "/")
                : path.matches(value);
    }

    @Test
    void anIngressHasOnlyPathsForMembersShopsAndPartners() {
        var ingress = Chart.of("ci/ingress-values.yaml").render().one("Ingress");

        assertThat(ingress.findValuesAsText("path"))
                .hasSize(23)
                .allMatch(
                        path ->
                                path.matches(
                                        "/u|/v1/(me/[a-z-]+|activities|codes|holds|partner|quotes|redemptions|rewards)"));
        assertThat(ingress.toString()).doesNotContain("9000", "management", "/q/");
    }

    @Test
    void theTestAsksEachServiceForReadinessAndForAToken() {
        var pod = Chart.minimal().withTest().render().one("Pod");

        var arguments =
                items(pod.at("/spec/containers/0/args")).map(node -> node.asText()).toList();

        assertThat(arguments).hasSize(9).startsWith("probe");
        for (var service : Set.of("ledger", "notify", "rules", "segment")) {
            assertThat(arguments)
                    .contains(
                            "http://cairn-%s-management:9000/q/health/ready=200"
                                    .formatted(service));
            var guarded = "http://cairn-" + service + "/";
            assertThat(arguments)
                    .filteredOn(argument -> argument.startsWith(guarded))
                    .singleElement()
                    .satisfies(
                            argument ->
                                    assertThat(paths(service))
                                            .contains(
                                                    argument.substring(guarded.length() - 1)
                                                            .replace("=401", "")));
        }
    }

    /** All paths of a service, with {@code x} for what is variable. */
    private static Set<String> paths(String service) {
        var sources = Chart.REPOSITORY.resolve(service + "-service/src/main/java");
        try (var files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith("Resource.java"))
                    .flatMap(FactsTest::pathsOf)
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> pathsOf(Path file) {
        try {
            var paths =
                    PATH.matcher(Files.readString(file)).results().map(r -> r.group(1)).toList();
            var root = paths.getFirst();
            var own = root.equals("/v1") ? Stream.<String>empty() : Stream.of(root);
            return Stream.concat(own, paths.stream().skip(1).map(path -> root + path))
                    .map(path -> path.replaceAll("\\{[^}]+}", "x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
