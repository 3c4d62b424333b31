package dev.cairn.ledger.hold;

import static dev.cairn.ledger.Awards.award;
import static dev.cairn.ledger.Awards.newMember;
import static dev.cairn.ledger.Calls.newKey;
import static dev.cairn.ledger.Calls.points;
import static dev.cairn.ledger.Calls.post;
import static dev.cairn.ledger.Calls.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.testing.TestTokens;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.Calls;
import dev.cairn.ledger.LedgerTest;
import dev.cairn.ledger.Shop;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a shop took of a hold comes back. */
@LedgerTest
class RefundHoldTest {
    private static final String SHOP = TestTokens.pos("shop");

    @Inject Awards awards;
    @Inject CairnClock clock;
    @Inject Database database;

    private final String member = newMember();

    @AfterEach
    void theBooksHold() {
        Calls.theBooksHold();
    }

    private String placed(long points) {
        var wish = Map.of("member", member, "points", points, "reference", "order 7");
        return post(SHOP, "/v1/holds", wish).then().statusCode(201).extract().path("id");
    }

    private String captured(long points) {
        var id = placed(points);
        change(id, "capture", Map.of()).then().statusCode(200);
        return id;
    }

    private static Response change(String id, String what, Object body) {
        return post(SHOP, "/v1/holds/" + id + "/" + what, body);
    }

    private static Response refund(String id, long points) {
        return change(id, "refund", Map.of("points", points));
    }

    private ValidatableResponse lots() {
        return Calls.get(TestTokens.member(member), "/v1/me/points/lots").then();
    }

    private String reasonOfNewest() {
        return Calls.get(TestTokens.member(member), "/v1/me/points/entries")
                .path("items[0].reason");
    }

    @Test
    void whatWasCapturedComesBackInPartsUntilNothingIsLeft() {
        awards.grant(member, 100);
        var id = captured(80);

        refund(id, 30)
                .then()
                .statusCode(200)
                .body("status", equalTo("captured"))
                .body("captured", equalTo(80))
                .body("refunded", equalTo(30));
        refund(id, 50).then().statusCode(200).body("refunded", equalTo(80));

        points(member).body("active", equalTo(100)).body("held", equalTo(0));
        refused(refund(id, 1), 422, "refund-exceeds-capture")
                .body("refundable", equalTo(0))
                .body("missing", equalTo(1));
    }

    @Test
    void moreThanIsLeftIsRefusedWithTheNumbersAndNothingChanges() {
        awards.grant(member, 100);
        var id = captured(80);
        refund(id, 30).then().statusCode(200);

        refused(refund(id, 51), 422, "refund-exceeds-capture")
                .body("refundable", equalTo(50))
                .body("missing", equalTo(1));

        points(member).body("active", equalTo(50));
    }

    @Test
    void aHoldOfWhichNothingWasCapturedHasNothingToGiveBack() {
        awards.grant(member, 100);
        var open = placed(40);
        refused(refund(open, 1), 422, "refund-exceeds-capture").body("refundable", equalTo(0));
        change(open, "void", "").then().statusCode(200);

        refused(refund(open, 1), 422, "refund-exceeds-capture").body("refundable", equalTo(0));
    }

    @Test
    void whatWasCapturedOfAnOpenHoldCanComeBackWhileTheRestStaysReserved() {
        awards.grant(member, 100);
        var id = placed(80);
        change(id, "capture", Map.of("points", 50, "keepRest", true)).then().statusCode(200);

        refund(id, 20).then().statusCode(200).body("status", equalTo("held"));

        points(member).body("active", equalTo(40)).body("held", equalTo(30));
    }

    @Test
    void pointsGoBackToTheSameLotsAtTheAgeTheyHave() {
        var soon = clock.instant().plus(Duration.ofDays(1500));
        awards.publish(award(member, "base:1", 1, 60, null, soon), award(member, "base:2", 1, 60));
        awards.awaitBalance(member, 120);
        var id = captured(100);

        refund(id, 70).then().statusCode(200);

        lots().body("items.find { it.expiresAt == '%s' }.remaining".formatted(soon), equalTo(30))
                .body("items.find { it.expiresAt == null }.remaining", equalTo(60));
    }

    @Test
    void aRefundUnderTheSameKeyIsOneRefund() {
        awards.grant(member, 100);
        var path = "/v1/holds/" + captured(80) + "/refund";
        var key = newKey();
        post(SHOP, path, Map.of("points", 30), key).then().statusCode(200);

        post(SHOP, path, Map.of("points", 30), key)
                .then()
                .statusCode(200)
                .body("refunded", equalTo(30));
        refused(post(SHOP, path, Map.of("points", 31), key), 409, "idempotency-key-reused");

        points(member).body("active", equalTo(50));
    }

    @Test
    void parallelRefundsNeverGiveBackMoreThanWasCaptured() throws Exception {
        awards.grant(member, 100);
        var id = captured(90);
        var calls = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < 20; i++) {
            calls.add(() -> refund(id, 20).statusCode());
        }

        assertThat(Shop.atOnce(calls)).isEqualTo(Map.of(200, 4L, 422, 16L));

        points(member).body("active", equalTo(90));
    }

    @Test
    void theHistorySaysWhy() {
        awards.grant(member, 100);
        var id = captured(80);

        refund(id, 10).then().statusCode(200);
        assertThat(reasonOfNewest()).isEqualTo("Spent points were given back.");
        change(id, "refund", Map.of("points", 10, "reason", "returned")).then().statusCode(200);

        assertThat(reasonOfNewest()).isEqualTo("Goods were returned.");
    }

    @Test
    void aFrozenAccountGetsItsPointsBack() {
        awards.grant(member, 100);
        var id = captured(80);
        Calls.freeze(member);

        refund(id, 80).then().statusCode(200);

        points(member).body("active", equalTo(100));
    }

    @Test
    void nothingComesBackToAMemberWhoIsGone() {
        awards.grant(member, 80);
        var id = captured(80);
        database.transact(
                tx ->
                        tx.update(
                                "INSERT INTO member_standing (member_id, erased_at) VALUES (?, ?)",
                                member,
                                clock.instant()));

        refused(refund(id, 1), 409, "account-closed");
    }

    @Test
    void holdsThatTheShopDidNotPlaceAreNotThere() {
        awards.grant(member, 100);
        var id = captured(80);
        var path = "/v1/holds/" + id + "/refund";
        var refund = Map.of("points", 1);

        refused(post(TestTokens.pos("another-shop"), path, refund), 404, "not-found");
        placedBy(id, "partner:shop");
        refused(post(SHOP, path, refund), 404, "not-found");
        placedBy(id, "pos:shop");
        for (var nowhere : List.of(UUID.randomUUID().toString(), "no-uuid")) {
            refused(refund(nowhere, 1), 404, "not-found");
        }
    }

    private void placedBy(String id, String owner) {
        database.transact(
                tx ->
                        tx.update(
                                "UPDATE hold SET placed_by = ? WHERE id = ?",
                                owner,
                                UUID.fromString(id)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"points\":0}",
                "{\"points\":-1}",
                "{\"points\":1000000000001}",
                "{\"points\":1.5}",
                "{\"points\":1,\"reason\":\"because Ann said so\"}",
                "{\"points\":1,\"amountMinor\":1}",
                "null"
            })
    void badRefundsAreRefused(String body) {
        awards.grant(member, 100);

        change(captured(80), "refund", body).then().statusCode(400);

        points(member).body("active", equalTo(20));
    }
}
