package dev.cairn.ledger.hold;

import static dev.cairn.ledger.Awards.newMember;
import static dev.cairn.ledger.Calls.newKey;
import static dev.cairn.ledger.Calls.points;
import static dev.cairn.ledger.Calls.problem;
import static dev.cairn.ledger.hold.HoldCalls.change;
import static dev.cairn.ledger.hold.HoldCalls.place;
import static dev.cairn.ledger.hold.HoldCalls.placed;
import static dev.cairn.ledger.hold.HoldCalls.post;
import static dev.cairn.ledger.hold.HoldCalls.wish;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.testing.TestTokens;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.Calls;
import dev.cairn.ledger.LedgerTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not held, not captured and not extended. */
@LedgerTest
class HoldRefusalTest {
    @Inject Awards awards;
    @Inject CairnClock clock;
    @Inject Database database;

    private final String member = newMember();

    @AfterEach
    void theBooksHold() {
        Calls.theBooksHold();
    }

    private void standing(String change) {
        database.transact(
                tx ->
                        tx.update(
                                """
                                INSERT INTO member_standing (member_id, frozen_at, frozen_reason)
                                VALUES (?, ?, ?)
                                ON CONFLICT (member_id) DO UPDATE
                                SET frozen_at = excluded.frozen_at,
                                    frozen_reason = excluded.frozen_reason
                                """,
                                member,
                                change == null ? null : clock.instant(),
                                change));
    }

    @Test
    void moreThanTheMemberHasIsNotHeld() {
        awards.grant(member, 100);
        placed(member, 70);

        place(member, 40)
                .statusCode(422)
                .body("type", problem("insufficient-points"))
                .body("required", equalTo(40))
                .body("available", equalTo(30))
                .body("missing", equalTo(10));
    }

    @Test
    void moreThanIsHeldIsNotCaptured() {
        awards.grant(member, 200);
        var id = placed(member, 100);

        change(id, "capture", Map.of("points", 130))
                .then()
                .statusCode(422)
                .body("type", problem("capture-exceeds-hold"))
                .body("held", equalTo(100))
                .body("missing", equalTo(30));
        change(id, "capture", Map.of("points", 100)).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE, 1_000_000_000_001L, Long.MAX_VALUE})
    void pointsOutOfRangeAreRefused(long points) {
        place(member, points).statusCode(400).body("errors[0].field", equalTo("points"));
        var path = "/v1/holds/" + newKey() + "/capture";
        post(path, "shop", newKey(), Map.of("points", points)).then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1H", "a while", "P1000000000D"})
    void holdsLastForSomeTimeAndNotForEver(String lapseAfter) {
        awards.grant(member, 100);
        var wish = wish(member, 10);
        wish.put("lapseAfter", lapseAfter);

        var answer = post("/v1/holds", "shop", newKey(), wish).then();

        if (lapseAfter.startsWith("P1")) {
            answer.statusCode(422)
                    .body("type", problem("hold-too-long"))
                    .body("longest", equalTo("PT168H"));
        } else {
            answer.statusCode(400);
        }
    }

    @Test
    void otherBadWishesGetClearAnswers() {
        var unknown = wish(member, 10);
        unknown.put("currency", "gems");
        post("/v1/holds", "shop", newKey(), unknown)
                .then()
                .statusCode(422)
                .body("type", problem("currency-unknown"));
        var formula = wish(member, 10);
        formula.put("reference", "=1+1");
        post("/v1/holds", "shop", newKey(), formula).then().statusCode(400);
        post("/v1/holds", "shop", newKey(), wish("no member!", 10)).then().statusCode(400);
        post("/v1/holds", "shop", newKey(), "null").then().statusCode(400);
        post("/v1/holds", "shop", newKey(), "{\"held\":1}").then().statusCode(400);
        given().auth()
                .oauth2(TestTokens.pos("shop"))
                .contentType("application/json")
                .body(wish(member, 10))
                .post("/v1/holds")
                .then()
                .statusCode(400)
                .body("type", containsString("idempotency-key-missing"));
    }

    @Test
    void aFrozenAccountPromisesNothingNewAndKeepsWhatItPromised() {
        awards.grant(member, 100);
        var first = placed(member, 30);
        var second = placed(member, 30);
        standing("fraud");
        try {
            place(member, 10).statusCode(409).body("type", problem("account-frozen"));
            change(first, "extend", Map.of("lapseAfter", "PT5H"))
                    .then()
                    .statusCode(409)
                    .body("type", problem("account-frozen"));
            change(first, "capture", Map.of()).then().statusCode(200);
            change(second, "void", "").then().statusCode(200);
        } finally {
            standing(null);
        }
        place(member, 10).statusCode(201);
    }

    @Test
    void aClosedAccountPromisesNothing() {
        awards.grant(member, 100);
        database.transact(
                tx ->
                        tx.update(
                                "INSERT INTO member_standing (member_id, erased_at) VALUES (?, ?)",
                                member,
                                clock.instant()));

        place(member, 10).statusCode(409).body("type", problem("account-closed"));
    }
}
