package dev.cairn.ledger.transfer;

import static dev.cairn.ledger.Awards.award;
import static dev.cairn.ledger.Awards.newMember;
import static dev.cairn.ledger.Calls.newKey;
import static dev.cairn.ledger.Calls.points;
import static dev.cairn.ledger.Calls.post;
import static dev.cairn.ledger.Calls.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.cairn.kit.testing.TestTokens;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.Calls;
import dev.cairn.ledger.LedgerTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@LedgerTest
class TransferResourceTest {
    private static final String PATH = "/v1/me/transfers";

    @Inject Awards awards;

    private final String giver = newMember();
    private final String receiver = newMember();

    @AfterEach
    void theBooksHold() {
        Calls.theBooksHold();
    }

    private static Response give(String from, String to, long points) {
        return give(from, to, points, newKey());
    }

    private static Response give(String from, String to, long points, String key) {
        return post(TestTokens.member(from), PATH, Map.of("to", to, "points", points), key);
    }

    @Test
    void pointsGoFromOneMemberToAnotherOnce() {
        awards.grant(giver, 100);
        var key = newKey();

        give(giver, receiver, 40, key)
                .then()
                .statusCode(201)
                .body("points", equalTo(40))
                .body("balance", equalTo(60));
        give(giver, receiver, 40, key).then().statusCode(200).body("balance", equalTo(60));

        points(giver).body("active", equalTo(60)).body("lifetimeEarned", equalTo(100));
        points(receiver).body("active", equalTo(40)).body("lifetimeEarned", equalTo(0));
        refused(give(giver, receiver, 41, key), 409, "idempotency-key-reused");
    }

    @Test
    void aGiftWithoutItsPointsNamesTheField() {
        refused(
                        post(TestTokens.member(giver), PATH, Map.of("to", receiver)),
                        400,
                        "invalid-request")
                .body("errors.field", hasItem("points"));
    }

    @Test
    void theReceiversPointsRunOutWhenTheGiversWouldHave() {
        var expiry = Awards.EARNED.plus(Duration.ofDays(3650));
        awards.publish(award(giver, "base:1", 1, 100, null, expiry));
        awards.awaitBalance(giver, 100);

        give(giver, receiver, 100).then().statusCode(201);

        points(receiver)
                .body("nextExpiries.points", equalTo(List.of(100)))
                .body("nextExpiries.at", hasItem(expiry.toString()));
    }

    /** The receiver keeps a gift in good faith; who returns the order pays. */
    @Test
    void anOrderThatIsReturnedAfterItsPointsWereGivenAwayIsPaidByTheGiver() {
        awards.publish(award(giver, "base:1", 1, 100), award(giver, "base:2", 1, 30));
        awards.awaitBalance(giver, 130);
        give(giver, receiver, 110).then().statusCode(201);

        awards.publish(award(giver, "base:1", 2, 0));
        awards.awaitBalance(giver, -80);

        points(receiver).body("active", equalTo(110));
        points(giver).body("arrears", equalTo(80)).body("active", equalTo(0));
        awards.publish(award(giver, "base:3", 1, 100));
        awards.awaitBalance(giver, 20);
    }

    /** Campaigns name the awards of all members alike. */
    @Test
    void whatOneGotFromAnothersAwardOfTheSameNameIsNotOnesOwn() {
        var over = Awards.EARNED.plus(Duration.ofHours(1));
        awards.publish(award(giver, "welcome", 1, 100));
        awards.awaitBalance(giver, 100);
        awards.publish(
                award(receiver, "welcome", 1, 100, null, over), award(receiver, "base:1", 1, 1));
        awards.awaitBalance(receiver, 1);
        give(giver, receiver, 100).then().statusCode(201);

        awards.publish(
                award(receiver, "welcome", 2, 0, null, over), award(receiver, "base:1", 2, 2));
        awards.awaitBalance(receiver, 102);

        points(receiver).body("expired", equalTo(0)).body("reversed", equalTo(100));
    }

    @Test
    void whatCannotBeGivenIsRefusedWithItsNumbers() {
        awards.grant(giver, 50);
        var key = newKey();

        refused(give(giver, receiver, 60, key), 422, "insufficient-points")
                .body("required", equalTo(60))
                .body("available", equalTo(50))
                .body("missing", equalTo(10));
        refused(give(giver, giver, 10), 422, "transfer-not-possible")
                .body("$", not(hasKey("most")));
        refused(give(giver, receiver, 4), 422, "transfer-not-possible")
                .body("least", equalTo(5))
                .body("most", equalTo(100000));
        refused(give(giver, receiver, 100_001), 422, "transfer-not-possible");
        awards.publish(award(giver, "base:more", 1, 500));
        awards.awaitBalance(giver, 550);
        refused(give(giver, receiver, 60, key), 422, "insufficient-points");
        points(receiver).body("active", equalTo(0));
    }

    @Test
    void aCurrencyMayForbidGifts() {
        var wish = Map.of("to", receiver, "points", 10, "currency", "miles");

        refused(post(TestTokens.member(giver), PATH, wish), 422, "transfer-not-possible")
                .body("allowed", equalTo(false))
                .body("$", not(hasKey("least")))
                .body("$", not(hasKey("most")));
        var unknown = Map.of("to", receiver, "points", 10, "currency", "shells");
        refused(post(TestTokens.member(giver), PATH, unknown), 422, "currency-unknown")
                .body("known", hasItem("points"));
    }

    @Test
    void aLimitThatDoesNotExistIsNotNamed() {
        var wish = Map.of("to", receiver, "points", 1, "currency", "strict");

        refused(post(TestTokens.member(giver), PATH, wish), 422, "transfer-not-possible")
                .body("allowed", equalTo(true))
                .body("least", equalTo(2))
                .body("$", not(hasKey("most")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"to\":\"m-1\",\"points\":0}",
                "{\"to\":\"m-1\",\"points\":-5}",
                "{\"to\":\"m-1\",\"points\":1000000000001}",
                "{\"to\":\"m-1\",\"points\":1.5}",
                "{\"to\":\"no such form!\",\"points\":10}",
                "{\"points\":10}",
                "{\"to\":\"m-1\",\"points\":10,\"from\":\"m-2\"}"
            })
    void nonsenseIsRefused(String body) {
        assertThat(post(TestTokens.member(giver), PATH, body).statusCode()).isEqualTo(400);
    }

    @Test
    void aFrozenMemberReceivesButDoesNotGive() {
        awards.grant(giver, 50);
        awards.grant(receiver, 50);
        Calls.freeze(giver);

        refused(give(giver, receiver, 10), 409, "account-frozen");
        give(receiver, giver, 10).then().statusCode(201);

        points(giver).body("active", equalTo(60)).body("frozen", equalTo(true));
        Calls.delete(TestTokens.staff("support"), "/v1/members/" + giver + "/freeze");
        give(giver, receiver, 10).then().statusCode(201);
    }

    @Test
    void supportMovesPointsWithAReason() {
        awards.grant(giver, 50);
        var support = TestTokens.staff("support");
        var wish = Map.of("from", giver, "to", receiver, "points", 3, "reason", "correction");

        post(support, "/v1/transfers", wish).then().statusCode(201).body("balance", equalTo(47));

        var strange = Map.of("from", giver, "to", receiver, "points", 3, "reason", "because");
        refused(post(support, "/v1/transfers", strange), 422, "reason-unknown")
                .body("known", hasItem("correction"));
        assertThat(post(TestTokens.staff("manager"), "/v1/transfers", wish).statusCode())
                .isEqualTo(403);
        assertThat(post(TestTokens.member(giver), "/v1/transfers", wish).statusCode())
                .isEqualTo(403);
    }

    @Test
    void twoMembersThatGiveToEachOtherAtOnceNeverBlockEachOther() throws Exception {
        awards.grant(giver, 1000);
        awards.grant(receiver, 1000);
        var gifts = new ArrayList<Callable<Response>>();
        for (var i = 0; i < 50; i++) {
            gifts.add(() -> give(giver, receiver, 10));
            gifts.add(() -> give(receiver, giver, 10));
        }

        try (var threads = Executors.newFixedThreadPool(16)) {
            for (var answer : threads.invokeAll(gifts)) {
                answer.get().then().statusCode(201);
            }
        }

        points(giver).body("active", equalTo(1000));
        points(receiver).body("active", equalTo(1000));
    }
}
