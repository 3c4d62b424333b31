package dev.cairn.segment.profile;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.cairn.contracts.MemberEvent.MemberChanged;
import dev.cairn.contracts.MemberEvent.MemberEnrolled;
import dev.cairn.kit.testing.TestTokens;
import dev.cairn.segment.SegmentTest;
import dev.cairn.segment.Shop;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SegmentTest
class ProfileResourceTest {
    private static final String BODY =
            """
            {"zone":"Europe/Berlin","locale":"de","country":"DE","joinedAt":"2026-02-01T10:00:00Z"}
            """;

    @Inject Shop shop;

    private final String member = Shop.newMember();

    @Test
    void theFirstPutEnrolsAndTheSecondEqualOneTellsNobody() {
        shop.enrol(member, BODY).statusCode(201).body("zone", equalTo("Europe/Berlin"));
        shop.enrol(member, BODY).statusCode(200).body("member", equalTo(member));
        own().body("{\"birthday\":\"02-29\",\"interests\":[\"tea\"]}")
                .put("/v1/me/profile")
                .then()
                .statusCode(200);
        shop.enrol(member, BODY).statusCode(200).body("birthday", equalTo("02-29"));
        own().body("{\"locale\":\"en-GB\"}").put("/v1/me/profile").then().statusCode(200);

        var events = shop.profileEvents(member, 3);

        assertThat(events).hasSize(3);
        assertThat(events.get(0))
                .isEqualTo(
                        new MemberEnrolled(
                                member,
                                "Europe/Berlin",
                                "de",
                                "DE",
                                Instant.parse("2026-02-01T10:00:00Z"),
                                List.of(),
                                Instant.parse("2026-02-01T10:00:00Z")));
        assertThat(((MemberChanged) events.get(1)).profileFields())
                .containsExactly("birthday", "interests");
        assertThat(((MemberChanged) events.get(2)).locale()).isEqualTo("en-GB");
    }

    @Test
    void manyPutsAtOnceEnrolOnce() {
        var statuses = new ConcurrentLinkedQueue<Integer>();
        try (var callers = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 8; i++) {
                callers.submit(() -> statuses.add(shop.enrol(member, BODY).extract().statusCode()));
            }
        }

        assertThat(statuses).containsOnlyOnce(201).hasSize(8).containsOnly(200, 201);
        shop.enrol(member, BODY.replace("DE", "AT")).statusCode(200);
        assertThat(shop.profileEvents(member, 2)).hasSize(2);
    }

    @Test
    void aMemberSeesTheWholeProfile() {
        shop.enrol(member, BODY);

        own().get("/v1/me/profile")
                .then()
                .statusCode(200)
                .body("country", equalTo("DE"))
                .body("joinedAt", equalTo("2026-02-01T10:00:00Z"))
                .body("birthday", nullValue())
                .body("interests", equalTo(List.of()));
        given().auth()
                .oauth2(TestTokens.staff("support"))
                .get("/v1/members/" + member)
                .then()
                .statusCode(200)
                .body("zone", equalTo("Europe/Berlin"));
    }

    @Test
    void theMemberIsTheOneOfTheTokenWhateverTheBodySays() {
        own().body("{\"member\":\"m-other\",\"zone\":\"UTC\",\"locale\":\"en\"}")
                .put("/v1/me/profile")
                .then()
                .statusCode(400)
                .body("type", endsWith("unknown-field"))
                .body("field", equalTo("member"));
    }

    @Test
    void aMemberMayNotSayWhenItJoinedOrWhereItLives() {
        own().body("{\"joinedAt\":\"2020-01-01T00:00:00Z\"}")
                .put("/v1/me/profile")
                .then()
                .statusCode(400)
                .body("field", equalTo("joinedAt"));
    }

    @Test
    void someoneUnknownIsNotFound() {
        own().get("/v1/me/profile").then().statusCode(404).body("type", endsWith("not-found"));
        given().auth()
                .oauth2(TestTokens.staff("auditor"))
                .get("/v1/members/" + member)
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(TestTokens.staff("auditor"))
                .get("/v1/members/%20%2e%2e")
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"zone\":|malformed-json|The body cannot be read as JSON",
                "{\"zone\":\"UTC\",\"locale\":\"en\",\"email\":\"a@b.c\"}|unknown-field|The field"
                        + " email",
                "{\"zone\":\"UTC\",\"locale\":\"en\",\"interests\":\"tea\"}|invalid-request|The"
                        + " field interests",
                "{\"zone\":\"UTC\",\"locale\":\"en\",\"joinedAt\":\"yesterday\"}|invalid-request|The"
                        + " field joinedAt",
                "{\"zone\":\"UTC\",\"zone\":\"UTC\",\"locale\":\"en\"}|malformed-json|The body",
                "{}|invalid-request|See errors",
                "[]|invalid-request|~~",
                "null|invalid-request|~~"
            })
    void badBodiesGetAClearAnswer(String body, String type, String detail) {
        shop.enrol(member, body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", endsWith("/" + type))
                .body("detail", startsWith(detail));
    }

    @Test
    void everyFieldThatIsWrongIsNamed() {
        shop.enrol(
                        member,
                        Map.of(
                                "zone", "Berlin",
                                "locale", "german",
                                "country", "Germany",
                                "birthday", "31-12",
                                "joinedAt", "2100-01-01T00:00:00Z",
                                "favouriteStore", "anna@example.org"))
                .statusCode(400)
                .body(
                        "errors.field",
                        contains(
                                "zone",
                                "locale",
                                "country",
                                "birthday",
                                "favouriteStore",
                                "joinedAt"));
        own().get("/v1/me/profile").then().statusCode(404);
    }

    @Test
    void aShopAlwaysSaysZoneAndLocale() {
        shop.enrol(member, BODY);

        shop.enrol(member, "{}")
                .statusCode(400)
                .body("errors.field", contains("locale", "zone"))
                .body("errors[0].message", equalTo("is needed"));
    }

    @Test
    void anIdThatNobodyCanHaveIsRefused() {
        shop.enrol("-bad-", BODY).statusCode(400).body("type", endsWith("invalid-request"));
        shop.enrol("m".repeat(65), BODY).statusCode(400);
    }

    @Test
    void whatIsNotJsonIsRefused() {
        given().auth()
                .oauth2(TestTokens.pos("shop"))
                .contentType("text/plain")
                .body("zone=UTC")
                .put("/v1/members/" + member)
                .then()
                .statusCode(415);
    }

    @Test
    void onlyTheRolesThatMay() {
        put(given()).statusCode(401);
        put(as(TestTokens.member(member))).statusCode(403).body("type", endsWith("forbidden"));
        put(as(TestTokens.staff("manager"))).statusCode(403);
        put(as(TestTokens.staff("auditor"))).statusCode(403);
        put(as(TestTokens.of("shop", "shop", "pos").expired().token())).statusCode(401);
        put(as(TestTokens.of("shop", "shop", "pos").forAudience("other").token())).statusCode(401);
        as(TestTokens.pos("shop")).get("/v1/members/" + member).then().statusCode(403);
        as(TestTokens.member(member)).get("/v1/members/" + member).then().statusCode(403);
        as(TestTokens.staff("operator")).get("/v1/members/" + member).then().statusCode(403);
        as(TestTokens.staff("support")).get("/v1/me/profile").then().statusCode(403);
    }

    private ValidatableResponse put(RequestSpecification caller) {
        return caller.contentType("application/json")
                .body(BODY)
                .put("/v1/members/" + member)
                .then();
    }

    private RequestSpecification own() {
        return as(TestTokens.member(member)).contentType("application/json");
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }
}
