package dev.cairn.devstack.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.devstack.Devstack;
import dev.cairn.devstack.Repository;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialClusterRealmTest {

    private static final int MEMBERS = 5;

    private final ObjectMapper json = new ObjectMapper();

    @TempDir Path state;

    @Test
    void theRealmOfTheTrialClusterIsOursButForItsSecrets() throws IOException {
        // Given
        var file = Repository.around(Path.of("")).resolve("k8s/dev/cairn-realm.json");
        var secrets = Devstack.at(state).platform().secrets();

        // When
        JsonNode cluster = json.readTree(file.toFile());
        JsonNode ours = json.readTree(json.writeValueAsString(Realm.json(secrets, MEMBERS)));

        // Then
        assertThat(withoutSecrets(cluster)).isEqualTo(withoutSecrets(ours));
    }

    private static JsonNode withoutSecrets(JsonNode realm) {
        realm.findParents("secret").forEach(client -> ((ObjectNode) client).put("secret", "…"));
        realm.findValues("credentials")
                .forEach(credentials -> ((ObjectNode) credentials.get(0)).put("value", "…"));
        return realm;
    }
}
