package dev.cairn.ledger.erasure;

import static dev.cairn.ledger.Awards.newMember;
import static dev.cairn.ledger.Calls.newKey;
import static dev.cairn.ledger.Calls.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.kit.db.Database;
import dev.cairn.kit.testing.TestTokens;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.Calls;
import dev.cairn.ledger.LedgerTest;
import dev.cairn.ledger.People;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Answers about a member are found by the member, not by looking through everybody's. */
@LedgerTest
class AnswersAboutTest {
    private static final String SHOP = TestTokens.pos("shop-1");

    @Inject Awards awards;
    @Inject People people;
    @Inject Database database;

    private final String member = newMember();
    private final String other = newMember();

    @AfterEach
    void theBooksHold() {
        Calls.theBooksHold();
    }

    private String hold(String who) {
        awards.grant(who, 100);
        var wish = Map.of("member", who, "points", 10, "reference", "order");
        return post(SHOP, "/v1/holds", wish).then().statusCode(201).extract().path("id");
    }

    private List<String> answersAbout(String who) {
        return database.read(
                tx ->
                        tx.query(
                                """
                                SELECT i.body::text AS body
                                FROM answer_about
                                JOIN idempotency AS i USING (caller, key)
                                WHERE member_id = ?
                                ORDER BY i.created_at, i.key
                                """,
                                row -> row.text("body"),
                                who));
    }

    private String answer(String key) {
        return database.read(
                        tx ->
                                tx.first(
                                        "SELECT body::text AS body FROM idempotency WHERE key = ?",
                                        row -> row.text("body"),
                                        key))
                .orElseThrow();
    }

    @Test
    void whatAShopWasToldOfAMemberIsClearedAndWhatItWasToldOfOthersStays() {
        var hold = hold(member);
        var key = newKey();
        post(SHOP, "/v1/holds/" + hold + "/capture", Map.of("points", 4), key)
                .then()
                .statusCode(200);
        hold(other);
        assertThat(answersAbout(member)).hasSize(2).allMatch(body -> body.contains(hold));
        assertThat(answersAbout(other)).hasSize(1);

        people.erase(member);

        assertThat(answersAbout(member)).isEmpty();
        assertThat(answer(key)).isEqualTo("null");
        assertThat(answersAbout(other)).hasSize(1).allMatch(body -> body.contains(other));
    }

    @Test
    void whatAMemberWasAnsweredStandsUnderItsOwnKeysOnly() {
        awards.grant(member, 100);
        var key = newKey();
        var gift = Map.of("to", other, "points", 5);
        post(TestTokens.member(member), "/v1/me/transfers", gift, key).then().statusCode(201);

        assertThat(answersAbout(member)).isEmpty();
        people.erase(member);
        assertThat(answer(key)).isEqualTo("null");
    }
}
