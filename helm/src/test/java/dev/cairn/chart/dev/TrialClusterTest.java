package dev.cairn.chart.dev;

import static dev.cairn.chart.dev.TrialCluster.everywhere;
import static dev.cairn.chart.dev.TrialCluster.first;
import static dev.cairn.chart.dev.TrialCluster.manifests;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonParser;
import dev.cairn.chart.Manifests;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Service;
import java.io.IOException;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TrialClusterTest {

    @Test
    void theKustomizationAppliesEveryManifest() {
        // Given
        var notApplied = List.of("kind.yaml", "kustomization.yaml", "values.yaml");

        // Then
        assertThat(TrialCluster.applied())
                .containsExactlyInAnyOrderElementsOf(
                        TrialCluster.files().stream()
                                .filter(file -> file.endsWith(".yaml"))
                                .filter(file -> !notApplied.contains(file))
                                .toList());
    }

    @Test
    void whatIsKubernetesOwnHasTheFieldsThatItsApiKnows() throws IOException {
        for (var deployment : manifests().ofKind("Deployment")) {
            V1Deployment.validateJsonElement(JsonParser.parseString(deployment.toString()));
        }
        for (var service : manifests().ofKind("Service")) {
            V1Service.validateJsonElement(JsonParser.parseString(service.toString()));
        }
    }

    @Test
    void namesAreValidAndUniqueWithinAKind() {
        assertThat(manifests().all())
                .extracting(Manifests::label)
                .doesNotHaveDuplicates()
                .allMatch(label -> label.matches("[A-Za-z]+/[a-z0-9]([a-z0-9.-]*[a-z0-9])?"));
    }

    @Test
    void everySecretThatIsReadIsMadeByTheScript() {
        // Given
        var read = new TreeSet<String>();
        everywhere(manifests().all(), "secretKeyRef")
                .forEach(
                        ref ->
                                read.add(
                                        ref.path("name").asText()
                                                + "/"
                                                + ref.path("key").asText()));
        everywhere(manifests().all(), "passwordSecret")
                .forEach(ref -> read.add(ref.path("name").asText() + "/password"));

        // Then
        assertThat(read).hasSizeGreaterThan(8);
        assertThat(TrialCluster.secretKeys()).containsAll(read);
    }

    @Test
    void noSecretStandsInAFile() {
        assertThat(manifests().ofKind("Secret")).isEmpty();
        assertThat(variables())
                .filteredOn(v -> v.path("name").asText().matches(".*(PASSWORD|SECRET|KEY)"))
                .isNotEmpty()
                .allMatch(v -> v.path("value").isMissingNode());
    }

    @Test
    void everyDatabaseHasItsOwnerAndItsApplicationAmongTheRoles() {
        // Given
        var cluster = manifests().one("Cluster");
        var roles =
                Manifests.items(cluster.at("/spec/managed/roles"))
                        .map(role -> role.path("name").asText())
                        .toList();

        // Then
        assertThat(manifests().ofKind("Database"))
                .hasSize(4)
                .allSatisfy(
                        database -> {
                            var service = database.at("/spec/name").asText();
                            var owner = database.at("/spec/owner").asText();
                            assertThat(owner).isEqualTo(service + "_owner");
                            assertThat(roles).contains(service, owner);
                            assertThat(database.at("/spec/cluster/name").asText())
                                    .isEqualTo(Manifests.name(cluster));
                        });
    }

    @Test
    void theRealmNamesOnlyVariablesThatKeycloakGets() {
        // Given
        var realm = first("cairn-realm.json");
        var named = new TreeSet<String>();
        realm.findValues("secret").forEach(secret -> named.add(secret.asText()));
        realm.findValues("credentials").forEach(c -> named.add(c.at("/0/value").asText()));

        // Then
        assertThat(named).hasSize(4);
        assertThat(variables())
                .extracting(variable -> "${" + variable.path("name").asText() + "}")
                .containsAll(named);
    }

    @Test
    void everyDoorLeadsFromTheHostToAPortOfItsOwn() {
        // Given
        var fromTheHost = new TreeMap<Integer, Integer>();
        first("kind.yaml")
                .at("/nodes/0/extraPortMappings")
                .forEach(
                        door ->
                                fromTheHost.put(
                                        door.path("containerPort").asInt(),
                                        door.path("hostPort").asInt()));

        // Then
        assertThat(TrialCluster.documents("doors.yaml"))
                .extracting(door -> door.at("/spec/ports/0/nodePort").asInt())
                .containsExactlyElementsOf(fromTheHost.keySet());
        assertThat(fromTheHost.values())
                .doesNotHaveDuplicates()
                .allMatch(port -> TrialCluster.text("env.sh").contains("localhost:" + port));
    }

    @Test
    void everyImageIsPinned() {
        assertThat(everywhere(manifests().all(), "image"))
                .isNotEmpty()
                .allMatch(image -> image.asText().matches("[a-z.]+/.+:v?[0-9]+\\.[0-9.]+.*"));
    }

    private static List<JsonNode> variables() {
        return everywhere(manifests().all(), "env").stream().flatMap(Manifests::items).toList();
    }
}
