package dev.cairn.devstack.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.devstack.Devstack;
import dev.cairn.devstack.Secrets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealmTest {

    @TempDir Path state;

    private Secrets secrets;
    private JsonNode realm;

    @BeforeEach
    void make() {
        secrets = Devstack.at(state).platform().secrets();
        realm = new ObjectMapper().valueToTree(Realm.json(secrets, 3));
    }

    @Test
    void aMembersIdIsItsUserName() {
        // When
        JsonNode member = user("m-0003");

        // Then
        assertThat(member.path("id").asText()).isEqualTo("m-0003");
        assertThat(member.path("realmRoles").toString()).isEqualTo("[\"member\"]");
        assertThat(member.at("/credentials/0/value").asText())
                .isEqualTo(secrets.passwordOf("m-0003"));
    }

    @Test
    void thereAreAsManyMembersAsAskedFor() {
        assertThat(named("users", "username"))
                .contains("m-0001", "m-0003")
                .doesNotContain("m-0004");
    }

    @Test
    void everyRoleOfTheDesignExists() {
        assertThat(realm.at("/roles/realm").findValuesAsText("name"))
                .containsExactlyInAnyOrder(
                        "member", "pos", "partner", "manager", "support", "auditor", "operator");
    }

    @Test
    void everyClientPutsTheAudienceAndTheRolesIntoItsTokens() {
        for (JsonNode client : realm.path("clients")) {
            assertThat(client.toString())
                    .contains("\"included.custom.audience\":\"cairn\"")
                    .contains("\"claim.name\":\"groups\"");
        }
    }

    @Test
    void aShopLogsInWithItsOwnSecretAndTheRolePos() {
        // When
        JsonNode shop =
                StreamSupport.stream(realm.path("clients").spliterator(), false)
                        .filter(client -> client.path("clientId").asText().equals("cairn-shop"))
                        .findFirst()
                        .orElseThrow();

        // Then
        assertThat(shop.path("publicClient").asBoolean()).isFalse();
        assertThat(shop.path("secret").asText()).isEqualTo(secrets.password("client.cairn-shop"));
        assertThat(user("service-account-cairn-shop").path("realmRoles").toString())
                .isEqualTo("[\"pos\"]");
    }

    private JsonNode user(String name) {
        return StreamSupport.stream(realm.path("users").spliterator(), false)
                .filter(user -> user.path("username").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<String> named(String list, String key) {
        return realm.path(list).findValuesAsText(key);
    }
}
