package dev.cairn.ledger.expiry;

import static dev.cairn.ledger.Awards.award;
import static dev.cairn.ledger.Awards.newMember;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.testing.TestTokens;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.Calls;
import dev.cairn.ledger.LedgerTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@LedgerTest
class ReinstatementResourceTest {
    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Inject Awards awards;
    @Inject CairnClock clock;
    @Inject Database database;
    @Inject ReinstatementStore store;

    private final String member = newMember();
    private Instant expired;

    @BeforeEach
    void hundredPointsRanOut() {
        expired = clock.instant().plus(Duration.ofDays(2));
        awards.publish(
                award(member, "base:1", 1, 60, null, expired),
                award(member, "base:2", 1, 40, null, expired),
                award(member, "base:3", 1, 5));
        awards.awaitBalance(member, 105);
        Calls.passUntil(management, expired);
        awards.awaitBalance(member, 5);
    }

    @AfterEach
    void theBooksHold() {
        Calls.theBooksHold();
    }

    private Map<String, Object> wish(Object points) {
        var wish = new HashMap<String, Object>();
        wish.put("points", points);
        wish.put("reason", "goodwill");
        wish.put("expiresAt", expired.plus(Duration.ofDays(30)).toString());
        return wish;
    }

    private ValidatableResponse reinstate(String key, Map<String, Object> wish) {
        return given().auth()
                .oauth2(TestTokens.staff("support"))
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(wish)
                .post("/v1/members/" + member + "/points/reinstatements")
                .then();
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }

    @Test
    void expiredPointsComeBackOnceForEachKey() {
        var key = newKey();

        reinstate(key, wish(70)).statusCode(201).body("balance", equalTo(75));
        reinstate(key, wish(70)).statusCode(200).body("points", equalTo(70));
        reinstate(key, wish(71))
                .statusCode(409)
                .body("type", containsString("idempotency-key-reused"));

        awards.awaitBalance(member, 75);
        Calls.passUntil(management, expired.plus(Duration.ofDays(30)));
        awards.awaitBalance(member, 5);
    }

    @Test
    void neverMoreThanExpiredComesBack() {
        reinstate(newKey(), wish(101))
                .statusCode(422)
                .body("type", containsString("reinstatement-exceeds-expired"))
                .body("required", equalTo(101))
                .body("available", equalTo(100))
                .body("missing", equalTo(1));
        reinstate(newKey(), wish(null)).statusCode(201).body("points", equalTo(100));
        reinstate(newKey(), wish(null)).statusCode(422).body("available", equalTo(0));
    }

    @Test
    void oneAwardsPointsComeBackAlone() {
        var wish = wish(null);
        wish.put("awardId", "base:2");

        reinstate(newKey(), wish).statusCode(201).body("points", equalTo(40));
        wish.put("awardId", "base:3");
        reinstate(newKey(), wish).statusCode(422).body("available", equalTo(0));
    }

    @Test
    void theReasonIsOneOfTheCurrencysAndTheDayIsToCome() {
        var unreasonable = wish(10);
        unreasonable.put("reason", "because");
        var late = wish(10);
        late.put("expiresAt", clock.instant().toString());
        var foreign = wish(10);
        foreign.put("currency", "gold");

        reinstate(newKey(), unreasonable)
                .statusCode(422)
                .body("type", containsString("reason-unknown"))
                .body("known", hasItem("goodwill"));
        reinstate(newKey(), late).statusCode(400);
        reinstate(newKey(), foreign)
                .statusCode(422)
                .body("type", containsString("currency-unknown"));
        reinstate(newKey(), wish(0)).statusCode(400);
        reinstate(newKey(), wish(-5)).statusCode(400);
        awards.awaitBalance(member, 5);
    }

    @Test
    void aRefusedWishStaysRefused() {
        var key = newKey();
        var late = wish(10);
        late.put("expiresAt", clock.instant().toString());

        reinstate(key, late).statusCode(400);
        reinstate(key, late).statusCode(400);
        reinstate(key, wish(10)).statusCode(409);
    }

    @Test
    void freeWordsAreNoPartOfTheJournalAndCanBeForgotten() {
        var wish = wish(10);
        wish.put("note", "Called twice, was ill.");
        reinstate(newKey(), wish).statusCode(201);
        assertThat(notes()).containsExactly("Called twice, was ill.");

        database.transact(tx -> store.forget(tx, member));

        assertThat(notes()).containsExactly("");
        assertThat(reasons()).noneMatch(reason -> reason.contains("Called"));
    }

    private List<String> reasons() {
        return database.read(
                tx ->
                        tx.query(
                                "SELECT reason FROM posting WHERE member_id = ?",
                                row -> row.text("reason"),
                                member));
    }

    private List<String> notes() {
        return database.read(
                tx ->
                        tx.query(
                                """
                                SELECT coalesce(note, '') AS note
                                FROM reinstatement
                                WHERE member_id = ?
                                """,
                                row -> row.text("note"),
                                member));
    }
}
