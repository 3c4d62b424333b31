package dev.cairn.notify;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.cairn.kit.testing.TestTokens;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NotifyTest
class AccessTest {
    private static final Set<String> ROLES =
            Set.of("member", "pos", "partner", "manager", "support", "auditor", "operator");
    private static final String ADDRESS = "{\"address\":\"ada@example.org\"}";
    private static final String YES = "{\"granted\":true,\"origin\":\"app\"}";

    @Inject Stage stage;

    @ParameterizedTest
    @CsvSource({
        "GET,/v1/me/inbox,member",
        "GET,/v1/me/consents,member",
        "GET,/v1/me/contact-points,member",
        "PUT,/v1/me/contact-points/email,member",
        "PUT,/v1/me/consents/loyalty/email,member",
        "PUT,/v1/members/m-matrix/contact-points/email,pos support",
        "PUT,/v1/members/m-matrix/consents/loyalty/email,pos support",
        "GET,/v1/messages/report,manager auditor operator"
    })
    void onlyTheNamedRolesMay(String method, String path, String allowed) {
        given().request(method, path).then().statusCode(401);
        for (var role : ROLES) {
            var status =
                    given().auth()
                            .oauth2(TestTokens.of("m-matrix", "test", role).token())
                            .contentType(ContentType.JSON)
                            .body(path.contains("contact") ? ADDRESS : YES)
                            .request(method, path)
                            .statusCode();
            assertThat(status)
                    .as("%s %s as %s", method, path, role)
                    .isEqualTo(Set.of(allowed.split(" ")).contains(role) ? 200 : 403);
        }
    }

    @Test
    void tokenForSomebodyElseOrOfYesterdayIsNoToken() {
        var token = TestTokens.of("m-1", "cairn-app", "member");

        given().auth()
                .oauth2(token.forAudience("other").token())
                .get("/v1/me/inbox")
                .then()
                .statusCode(401);
        given().auth().oauth2(token.expired().token()).get("/v1/me/inbox").then().statusCode(401);
    }

    @Test
    void contactPointIsTheMembersOwn() {
        var member = Stage.newMember();
        stage.giveAddress(member);

        Stage.as(member)
                .get("/v1/me/contact-points/email")
                .then()
                .statusCode(200)
                .body("address", equalTo(member + "@mail.example.org"));
        Stage.as(Stage.newMember()).get("/v1/me/contact-points/email").then().statusCode(404);

        Stage.as(member).delete("/v1/me/contact-points/email").then().statusCode(204);
        Stage.as(member).delete("/v1/me/contact-points/email").then().statusCode(404);
    }

    @Test
    void staffSeesAddressesMasked() {
        Stage.asStaff("support")
                .body(ADDRESS)
                .put("/v1/members/m-masked/contact-points/email")
                .then()
                .statusCode(200)
                .body("address", equalTo("a***@example.org"));
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/me/contact-points/email,'{\"address\":\"nobody\"}',400,address-invalid",
        "/v1/me/contact-points/sms,'{\"address\":\"12\"}',400,address-invalid",
        "/v1/me/contact-points/email,'{\"adress\":\"a@example.org\"}',400,unknown-field",
        "/v1/me/contact-points/email,'{}',400,invalid-request",
        "/v1/me/contact-points/email,'{\"address\":',400,malformed-json",
        "/v1/me/contact-points/fax,'{\"address\":\"a@example.org\"}',404,channel-unknown",
        "/v1/me/contact-points/inbox,'{\"address\":\"a@example.org\"}',404,channel-unknown",
        "/v1/me/consents/spam/email,'{\"granted\":true}',404,purpose-unknown",
        "/v1/me/consents/loyalty/fax,'{\"granted\":true}',404,channel-unknown",
        "/v1/me/consents/loyalty/email,'{\"granted\":null}',400,invalid-request",
        "/v1/me/consents/loyalty/email,'{\"granted\":true,\"origin\":\"<b>\"}',400,invalid-request"
    })
    void badInputGetsAClearAnswer(String path, String body, int status, String problem) {
        Stage.as(Stage.newMember())
                .body(body)
                .put(path)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("https://cairn.dev/problems/" + problem))
                .body("detail", not(containsString("nobody")));
    }

    @Test
    void memberIdThatCannotBeIsNotFound() {
        Stage.asStaff("support")
                .body(Map.of("granted", true))
                .put("/v1/members/no such member/consents/loyalty/email")
                .then()
                .statusCode(404);
    }
}
