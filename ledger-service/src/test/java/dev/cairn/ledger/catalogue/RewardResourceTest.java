package dev.cairn.ledger.catalogue;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import dev.cairn.kit.testing.TestTokens;
import dev.cairn.ledger.LedgerTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@LedgerTest
class RewardResourceTest {
    private static final String GOOD =
            "{\"title\":{\"en\":\"Tea\",\"de\":\"Tee\"},\"price\":80,\"stock\":3,\"active\":true}";

    private final String id = "r-" + UUID.randomUUID();

    private ValidatableResponse put(String role, String body) {
        return given().auth()
                .oauth2(TestTokens.staff(role))
                .contentType("application/json")
                .body(body)
                .put("/v1/rewards/" + id)
                .then();
    }

    private static ValidatableResponse list(String token, String language) {
        return given().auth()
                .oauth2(token)
                .header("Accept-Language", language)
                .get("/v1/rewards?limit=200")
                .then()
                .statusCode(200);
    }

    @Test
    void aNewInstallationHasACatalogue() {
        list(TestTokens.member("m-1"), "de-AT")
                .body("items.id", hasItems("coffee", "concert-ticket", "tote-bag"))
                .body("items.find { it.id == 'coffee' }.title", equalTo("Ein Kaffee nach Wahl"))
                .body("items.find { it.id == 'coffee' }.stock", equalTo(null))
                .body("items.find { it.id == 'coffee' }.available", equalTo(true));
        list(TestTokens.member("m-1"), "fr")
                .body("items.find { it.id == 'coffee' }.title", equalTo("A coffee of your choice"));
    }

    @Test
    void managersAddReplaceAndSwitchOff() {
        put("manager", GOOD).statusCode(201);
        put("manager", GOOD).statusCode(200).body("price", equalTo(80));
        put("manager", GOOD.replace("true", "false")).statusCode(200);

        list(TestTokens.member("m-1"), "en").body("items.id", not(hasItem(id)));
        list(TestTokens.staff("manager"), "en")
                .body("items.find { it.id == '" + id + "' }.available", equalTo(false));
    }

    @Test
    void onlyManagersChangeIt() {
        put("support", GOOD).statusCode(403);
        put("auditor", GOOD).statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"title\":{\"en\":\"Tea\"},\"price\":0}",
                "{\"title\":{\"en\":\"Tea\"},\"price\":-1}",
                "{\"title\":{\"en\":\"Tea\"},\"price\":1.5}",
                "{\"title\":{\"en\":\"\"},\"price\":10}",
                "{\"title\":{\"de\":\"Tee\"},\"price\":10}",
                "{\"title\":{\"en\":\"Tea\"},\"price\":10,\"stock\":-1}",
                "{\"title\":{\"en\":\"Tea\"},\"price\":10,\"colour\":\"red\"}",
                "{\"price\":10}",
                "[]",
                "{"
            })
    void badRewardsGetClearAnswers(String body) {
        put("manager", body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", containsString("https://cairn.dev/problems/"));
    }
}
