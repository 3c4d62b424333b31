package dev.cairn.ledger.points;

import static dev.cairn.ledger.Awards.newMember;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

import dev.cairn.kit.testing.TestTokens;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.LedgerTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@LedgerTest
class PointsAccessTest {
    @Inject Awards awards;

    private static ValidatableResponse get(String token, String path) {
        return given().auth().oauth2(token).get(path).then();
    }

    @ParameterizedTest
    @CsvSource({
        "support, /v1/members/m-1/points, 200",
        "auditor, /v1/members/m-1/points, 200",
        "manager, /v1/members/m-1/points, 403",
        "operator, /v1/members/m-1/points, 403",
        "partner, /v1/members/m-1/points, 403",
        "support, /v1/members/m-1/points/entries, 200",
        "manager, /v1/members/m-1/points/entries, 403",
        "support, /v1/members/no!member/points, 404",
        "support, /v1/me/points, 403",
        "auditor, /v1/me/points/entries, 403",
        "auditor, /v1/points/totals, 200",
        "operator, /v1/points/totals, 200",
        "manager, /v1/points/totals, 200",
        "support, /v1/points/totals, 403",
        "auditor, /v1/proof, 200",
        "operator, /v1/proof, 200",
        "support, /v1/proof, 403",
        "manager, /v1/rewards, 200",
        "support, /v1/me/redemptions, 403"
    })
    void rolesDecideWhatStaffSees(String role, String path, int status) {
        get(TestTokens.staff(role), path).statusCode(status);
    }

    @Test
    void aMemberSeesItsOwnPointsAndNobodyElses() {
        var member = newMember();
        var other = newMember();
        awards.grant(member, 120);

        get(TestTokens.member(member), "/v1/me/points")
                .statusCode(200)
                .body("member", equalTo(member))
                .body("lifetimeEarned", equalTo(120))
                .body("earned.base", equalTo(120))
                .body("earned.bonus", equalTo(0));
        get(TestTokens.member(other), "/v1/me/points").body("balance", equalTo(0));
        get(TestTokens.member(other), "/v1/members/" + member + "/points").statusCode(403);
        get(TestTokens.member(member), "/v1/proof").statusCode(403);
    }

    @Test
    void withoutAValidTokenNothingAnswers() {
        var valid = TestTokens.of("m-1", "cairn-app", "member");

        given().get("/v1/me/points").then().statusCode(401);
        get(valid.expired().token(), "/v1/me/points").statusCode(401);
        get(valid.forAudience("elsewhere").token(), "/v1/me/points").statusCode(401);
        get(valid.token() + "x", "/v1/me/points").statusCode(401);
    }

    @Test
    void aCursorOrLimitOfNobodysMakingIsRefused() {
        var token = TestTokens.member("m-1");

        get(token, "/v1/me/points/entries?cursor=!!").statusCode(400);
        get(token, "/v1/me/points/entries?limit=0").statusCode(400);
        get(token, "/v1/me/points/entries?limit=201").statusCode(400);
        get(token, "/v1/me/redemptions?cursor=YQ").statusCode(400);
    }

    @Test
    void totalsCountEverybody() {
        awards.grant(newMember(), 10);

        get(TestTokens.staff("auditor"), "/v1/points/totals")
                .statusCode(200)
                .body("earnedBase", greaterThanOrEqualTo(10))
                .body("members", greaterThanOrEqualTo(1));
    }
}
