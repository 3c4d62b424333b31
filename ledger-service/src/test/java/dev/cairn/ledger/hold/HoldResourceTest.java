package dev.cairn.ledger.hold;

import static dev.cairn.ledger.Awards.award;
import static dev.cairn.ledger.Awards.newMember;
import static dev.cairn.ledger.Calls.newKey;
import static dev.cairn.ledger.Calls.points;
import static dev.cairn.ledger.hold.HoldCalls.change;
import static dev.cairn.ledger.hold.HoldCalls.place;
import static dev.cairn.ledger.hold.HoldCalls.placed;
import static dev.cairn.ledger.hold.HoldCalls.post;
import static dev.cairn.ledger.hold.HoldCalls.see;
import static dev.cairn.ledger.hold.HoldCalls.wish;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.cairn.contracts.EventType;
import dev.cairn.contracts.PointsEvent.HoldPlaced;
import dev.cairn.contracts.PointsEvent.HoldSettled;
import dev.cairn.contracts.Topics;
import dev.cairn.kit.event.EventCodec;
import dev.cairn.kit.testing.TestTokens;
import dev.cairn.kit.testing.TopicReader;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.Calls;
import dev.cairn.ledger.LedgerTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@LedgerTest
class HoldResourceTest {
    @Inject Awards awards;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrap;

    @TestHTTPResource("/")
    URI server;

    private final String member = newMember();

    @AfterEach
    void theBooksHold() {
        Calls.theBooksHold();
    }

    /** All is what a call without a body means, though such a call names no media type either. */
    @Test
    void aCaptureNeedsNeitherBodyNorMediaType() throws Exception {
        awards.grant(member, 100);

        var captured =
                Calls.bare(
                        server,
                        TestTokens.pos("shop"),
                        "/v1/holds/" + placed(member, 100) + "/capture");

        assertThat(captured).contains("\"captured\":100");
    }

    @Test
    void aShopReservesPointsAndTakesThem() throws IOException {
        awards.grant(member, 150);

        String id =
                place(member, 100)
                        .statusCode(201)
                        .body("status", equalTo("held"))
                        .body("held", equalTo(100))
                        .body("lapsesAt", notNullValue())
                        .extract()
                        .path("id");
        points(member).body("active", equalTo(50)).body("held", equalTo(100));
        change(id, "capture", Map.of("points", 60))
                .then()
                .statusCode(200)
                .body("status", equalTo("captured"))
                .body("captured", equalTo(60))
                .body("released", equalTo(40));

        points(member)
                .body("active", equalTo(90))
                .body("held", equalTo(0))
                .body("spent", equalTo(60));
        var told = TopicReader.read(bootstrap, Topics.POINTS, member, 4);
        var held = (HoldPlaced) EventCodec.decode(EventType.HOLD_PLACED, told.get(1).value());
        assertThat(held.points()).isEqualTo(100);
        assertThat(held.balance()).isEqualTo(50);
        var last = (HoldSettled) EventCodec.decode(EventType.HOLD_SETTLED, told.get(3).value());
        assertThat(last.holdId()).isEqualTo(id);
        assertThat(last.points()).isEqualTo(60);
        assertThat(last.balance()).isEqualTo(90);
    }

    @Test
    void aCaptureWithoutABodyTakesAll() {
        awards.grant(member, 100);
        var id = placed(member, 80);

        given().auth()
                .oauth2(TestTokens.pos("shop"))
                .contentType("application/json")
                .header("Idempotency-Key", newKey())
                .post("/v1/holds/" + id + "/capture")
                .then()
                .statusCode(200)
                .body("captured", equalTo(80));
    }

    @Test
    void aShopMayKeepTheRestForLater() {
        awards.grant(member, 100);
        var id = placed(member, 100);

        change(id, "capture", Map.of("points", 30, "keepRest", true))
                .then()
                .statusCode(200)
                .body("status", equalTo("held"))
                .body("held", equalTo(70));
        change(id, "void", "").then().statusCode(200).body("status", equalTo("voided"));
        points(member).body("active", equalTo(70)).body("spent", equalTo(30));
    }

    @Test
    void theSameKeyIsOneHoldAndAnotherShopsKeyIsAnother() {
        awards.grant(member, 500);
        var key = newKey();

        String first = post("/v1/holds", "shop", key, wish(member, 100)).path("id");
        post("/v1/holds", "shop", key, wish(member, 100))
                .then()
                .statusCode(200)
                .body("id", equalTo(first));
        post("/v1/holds", "kiosk", key, wish(member, 100)).then().statusCode(201);

        points(member).body("held", equalTo(200));
    }

    @Test
    void aWishThatWasRefusedStaysRefused() {
        var key = newKey();
        post("/v1/holds", "shop", key, wish(member, 100)).then().statusCode(422);
        awards.grant(member, 500);

        post("/v1/holds", "shop", key, wish(member, 100))
                .then()
                .statusCode(422)
                .body("available", equalTo(0));
        post("/v1/holds", "shop", key, wish(member, 99)).then().statusCode(409);
        place(member, 100).statusCode(201);
    }

    @Test
    void aForeignHoldDoesNotExist() {
        awards.grant(member, 100);
        var id = placed(member, 50);
        var body = Map.of("points", 1);

        post("/v1/holds/" + id + "/capture", "kiosk", newKey(), body).then().statusCode(404);
        post("/v1/holds/" + id + "/void", "kiosk", newKey(), "").then().statusCode(404);
        post("/v1/holds/" + id + "/extend", "kiosk", newKey(), Map.of("lapseAfter", "PT1H"))
                .then()
                .statusCode(404);
        see(TestTokens.pos("kiosk"), id).statusCode(404);
        see(TestTokens.pos("shop"), "not-an-id").statusCode(404);
        see(TestTokens.pos("shop"), id).statusCode(200).body("held", equalTo(50));
        see(TestTokens.staff("support"), id).statusCode(200).body("reference", equalTo("order 7"));
        see(TestTokens.staff("manager"), id).statusCode(403);
        change(newKey(), "void", "").then().statusCode(404);
    }

    @Test
    void membersSeeTheirOwnHoldsPageByPage() {
        awards.grant(member, 100);
        for (var i = 0; i < 3; i++) {
            placed(member, 10);
        }
        var mine = given().auth().oauth2(TestTokens.member(member)).queryParam("limit", 2);
        String next =
                mine.get("/v1/me/holds")
                        .then()
                        .statusCode(200)
                        .body("items.size()", equalTo(2))
                        .extract()
                        .path("next");

        page(member, next).body("items.size()", equalTo(1)).body("next", equalTo(null));
        page(newMember(), next).body("items.size()", equalTo(0));
        page(member, "rubbish").statusCode(400);
    }

    private static ValidatableResponse page(String member, String cursor) {
        return given().auth()
                .oauth2(TestTokens.member(member))
                .queryParam("cursor", cursor)
                .get("/v1/me/holds")
                .then();
    }

    @Test
    void aReturnWhilePointsAreHeldIsOwedAndTheVoidPaysIt() {
        awards.publish(award(member, "base:1", 1, 100));
        awards.awaitBalance(member, 100);
        var id = placed(member, 100);
        awards.publish(award(member, "base:1", 2, 40));
        awards.awaitBalance(member, -60);

        change(id, "void", "").then().statusCode(200);

        points(member).body("balance", equalTo(40)).body("arrears", equalTo(0));
    }
}
