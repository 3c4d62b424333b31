package dev.cairn.ledger.merge;

import static dev.cairn.ledger.Awards.newMember;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.cairn.contracts.MemberEvent.MemberMerged;
import dev.cairn.contracts.RewardEvent.AwardCategory;
import dev.cairn.contracts.RewardEvent.AwardSet;
import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.event.Cause;
import dev.cairn.kit.testing.TestTokens;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.Calls;
import dev.cairn.ledger.LedgerTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What is decided about an award while its member is being merged finds the points all the same.
 */
@LedgerTest
class MergeRaceTest {
    @Inject Awards awards;
    @Inject Database database;
    @Inject CairnClock clock;
    @Inject MergeNews news;

    private final String old = newMember();
    private final String kept = newMember();
    private final String last = newMember();

    @AfterEach
    void theBooksHold() {
        Calls.theBooksHold();
    }

    private void publish(String currency, int revision, long points, String awaits) {
        awards.publish(
                new AwardSet(
                        "base:order",
                        revision,
                        old,
                        currency,
                        points,
                        AwardCategory.BASE,
                        Awards.EARNED,
                        null,
                        null,
                        awaits,
                        "base-earning",
                        "1",
                        null,
                        "For your order."));
    }

    private void awaitRevision(int revision) {
        await().atMost(Duration.ofSeconds(20))
                .until(
                        () ->
                                Calls.get(TestTokens.member(old), "/v1/me/points/awards")
                                        .path("items[0].revision"),
                        equalTo(revision));
    }

    private void merge(Tx tx, String from, String into) {
        news.on(tx, new MemberMerged(from, into, clock.instant()), Cause.none());
    }

    /** Lets this begin while the merge holds the account, and wait for it. */
    private void mergeMeanwhile(String locked, Runnable begin, String from, String into) {
        database.transact(
                tx -> {
                    tx.query(
                            "SELECT active FROM balance WHERE member_id = ? FOR UPDATE",
                            row -> row.longValue("active"),
                            locked);
                    var backend =
                            tx.first("SELECT pg_backend_pid() AS pid", row -> row.longValue("pid"))
                                    .orElseThrow();
                    begin.run();
                    await().atMost(Duration.ofSeconds(20)).until(() -> somebodyWaitsFor(backend));
                    merge(tx, from, into);
                });
    }

    private boolean somebodyWaitsFor(long backend) {
        return database.read(
                tx ->
                        tx.first(
                                        """
                                        SELECT FROM pg_stat_activity
                                        WHERE ? = ANY (pg_blocking_pids(pid))
                                        """,
                                        row -> true,
                                        backend)
                                .isPresent());
    }

    private static ValidatableResponse points(String member, String currency) {
        return Calls.get(TestTokens.member(member), "/v1/me/points?currency=" + currency)
                .then()
                .statusCode(200);
    }

    @Test
    void whereTheRestIsWaivedNothingIsWaivedThatIsThere() {
        publish("mild", 1, 100, null);
        awaitRevision(1);

        mergeMeanwhile(old, () -> publish("mild", 2, 0, null), old, kept);

        awaitRevision(2);
        points(old, "mild").body("writtenOff", equalTo(0)).body("reversed", equalTo(100));
        points(kept, "mild").body("active", equalTo(0));
    }

    @Test
    void whereTheRestIsForbiddenTheReturnTakesWhatIsThere() {
        publish("strict", 1, 100, null);
        awaitRevision(1);

        mergeMeanwhile(old, () -> publish("strict", 2, 0, null), old, kept);

        awaitRevision(2);
        points(old, "strict").body("reversed", equalTo(100));
        points(kept, "strict").body("active", equalTo(0));
    }

    /** The second merge moves the points from where the first one had led. */
    @Test
    void aReturnFindsThePointsAtTheEndOfALongerWay() {
        publish("mild", 1, 100, null);
        awaitRevision(1);
        database.transact(tx -> merge(tx, old, kept));

        mergeMeanwhile(kept, () -> publish("mild", 2, 30, null), kept, last);

        awaitRevision(2);
        points(old, "mild").body("writtenOff", equalTo(0));
        points(kept, "mild").body("active", equalTo(0)).body("writtenOff", equalTo(0));
        points(last, "mild").body("active", equalTo(30));
    }

    private Response decide(String decision) {
        publish("points", 1, 70, "delivery");
        awaitRevision(1);
        var path = "/v1/members/" + old + "/points/awards/base:order/" + decision;
        var answer = new CompletableFuture<Response>();
        mergeMeanwhile(
                old,
                () ->
                        Thread.ofVirtual()
                                .start(
                                        () ->
                                                answer.complete(
                                                        Calls.post(
                                                                TestTokens.staff("support"),
                                                                path,
                                                                ""))),
                old,
                kept);
        return answer.join();
    }

    @Test
    void pointsThatWaitAreActivated() {
        var answer = decide("activate");

        assertThat(answer.statusCode()).isEqualTo(200);
        points(kept, "points").body("active", equalTo(70)).body("pending", equalTo(0));
    }

    @Test
    void pointsThatWaitAreCancelled() {
        var answer = decide("cancel");

        assertThat(answer.statusCode()).isEqualTo(200);
        points(kept, "points").body("active", equalTo(0)).body("pending", equalTo(0));
        points(old, "points").body("reversed", equalTo(70));
    }
}
