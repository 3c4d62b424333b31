package dev.cairn.ledger.freeze;

import static dev.cairn.ledger.Awards.award;
import static dev.cairn.ledger.Awards.newMember;
import static dev.cairn.ledger.Calls.delete;
import static dev.cairn.ledger.Calls.points;
import static dev.cairn.ledger.Calls.post;
import static dev.cairn.ledger.Calls.put;
import static dev.cairn.ledger.Calls.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.cairn.kit.db.Database;
import dev.cairn.kit.testing.TestTokens;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.Calls;
import dev.cairn.ledger.LedgerTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

@LedgerTest
class FreezeResourceTest {
    @Inject Awards awards;
    @Inject Database database;

    private final String member = newMember();
    private final String support = TestTokens.staff("support");
    private final String path = "/v1/members/" + member + "/freeze";

    @Test
    void aFreezeIsShownAndLifted() {
        put(support, path, Map.of("reason", "fraud"))
                .then()
                .statusCode(200)
                .body("frozen", equalTo(true))
                .body("reason", equalTo("fraud"));
        var since = put(support, path, Map.of("reason", "dispute")).path("since");
        points(member).body("frozen", equalTo(true));

        put(support, path, Map.of("reason", "dispute")).then().body("since", equalTo(since));
        delete(support, path).then().statusCode(200).body("frozen", equalTo(false));
        delete(support, path).then().statusCode(200).body("since", equalTo(null));
        points(member).body("frozen", equalTo(false));
    }

    @Test
    void earningAndReturnsGoOn() {
        awards.grant(member, 100);
        Calls.freeze(member);

        awards.publish(award(member, "base:2", 1, 50));
        awards.awaitBalance(member, 150);
        awards.publish(award(member, "base:2", 2, 20));
        awards.awaitBalance(member, 120);
    }

    @Test
    void onlySupportFreezesAndOnlyForAKnownReason() {
        refused(put(support, path, Map.of("reason", "mood")), 422, "reason-unknown")
                .body("known", hasItem("fraud"));
        assertThat(put(support, path, Map.of()).statusCode()).isEqualTo(400);
        assertThat(put(TestTokens.staff("manager"), path, Map.of("reason", "fraud")).statusCode())
                .isEqualTo(403);
        assertThat(
                        put(support, "/v1/members/no!one/freeze", Map.of("reason", "fraud"))
                                .statusCode())
                .isEqualTo(404);
    }

    /** A spend that waits for the account while it is being frozen must not slip through. */
    @Test
    void aSpendThatWaitedForTheFreezeIsRefused() {
        awards.grant(member, 100);
        var wish = Map.of("to", newMember(), "points", 50);
        var token = TestTokens.member(member);
        var spend = new CompletableFuture<Response>();

        database.transact(
                tx -> {
                    tx.query(
                            "SELECT active FROM balance WHERE member_id = ? FOR UPDATE",
                            row -> row.longValue("active"),
                            member);
                    Thread.ofVirtual()
                            .start(() -> spend.complete(post(token, "/v1/me/transfers", wish)));
                    await().until(this::somebodyWaits);
                    tx.update(
                            """
                            INSERT INTO member_standing (member_id, frozen_at, frozen_reason)
                            VALUES (?, now(), 'fraud')
                            """,
                            member);
                });

        refused(spend.join(), 409, "account-frozen");
        points(member).body("active", equalTo(100));
    }

    private boolean somebodyWaits() {
        return database.read(
                tx ->
                        tx.first(
                                        "SELECT count(*) AS n FROM pg_locks WHERE NOT granted",
                                        row -> row.longValue("n") > 0)
                                .orElseThrow());
    }
}
