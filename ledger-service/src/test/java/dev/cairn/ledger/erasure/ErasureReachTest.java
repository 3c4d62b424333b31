package dev.cairn.ledger.erasure;

import static dev.cairn.ledger.Awards.award;
import static dev.cairn.ledger.Awards.newMember;
import static dev.cairn.ledger.Calls.get;
import static dev.cairn.ledger.Calls.newKey;
import static dev.cairn.ledger.Calls.points;
import static dev.cairn.ledger.Calls.post;
import static dev.cairn.ledger.Calls.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.cairn.contracts.MemberEvent.MemberErased;
import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.testing.TestTokens;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.Calls;
import dev.cairn.ledger.LedgerTest;
import dev.cairn.ledger.People;
import dev.cairn.ledger.account.BusinessKey;
import dev.cairn.ledger.currency.Currencies;
import dev.cairn.ledger.transfer.Gift;
import dev.cairn.ledger.transfer.GivePoints;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What comes in while a member is erased, and what others keep of the member. */
@LedgerTest
class ErasureReachTest {
    @Inject Awards awards;
    @Inject People people;
    @Inject Database database;
    @Inject CairnClock clock;
    @Inject Currencies currencies;
    @Inject GivePoints givePoints;
    @Inject ForfeitErasedSweep sweep;
    @Inject Traces traces;

    private final String member = newMember();
    private final String other = newMember();
    private final String marker = "marker-" + newKey();

    @AfterEach
    void theBooksHold() {
        Calls.theBooksHold();
    }

    private void give(Tx tx, long points) {
        var key = BusinessKey.wish("transfer", other, newKey());
        var gift = new Gift(key.id(), Gift.Kind.GIFT, other, member, "points", points, null, null);
        assertThat(givePoints.give(tx, gift, key, currencies.require("points")))
                .isInstanceOf(GivePoints.Outcome.Given.class);
    }

    /** Somebody waits for what this transaction holds. */
    private boolean keepsSomebodyWaiting(long backend) {
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

    private static long backend(Tx tx) {
        return tx.first("SELECT pg_backend_pid() AS pid", row -> row.longValue("pid"))
                .orElseThrow();
    }

    /** The first points of a member come with an account that nobody else sees yet. */
    @Test
    void pointsThatAreOnTheirWayAreForfeitedWhenTheyArrive() throws Exception {
        awards.grant(other, 100);
        var given = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var gift =
                    threads.submit(
                            () ->
                                    database.transact(
                                            tx -> {
                                                give(tx, 60);
                                                var pid = backend(tx);
                                                given.countDown();
                                                await().atMost(Duration.ofSeconds(20))
                                                        .until(() -> keepsSomebodyWaiting(pid));
                                            }));
            given.await();
            people.erase(member);
            gift.get();
        }

        points(member).body("active", equalTo(0)).body("adjusted", equalTo(-60));
    }

    @Test
    void pointsOfAllCurrenciesAreForfeited() {
        awards.grant(member, 100);
        var exchange = Map.of("from", "points", "to", "miles", "points", 60);
        post(TestTokens.member(member), "/v1/me/conversions", exchange).then().statusCode(201);
        give(member, "coins", 9).then().statusCode(201);

        people.erase(member);

        for (var currency : List.of("points", "miles", "coins")) {
            get(TestTokens.member(member), "/v1/me/points?currency=" + currency)
                    .then()
                    .body("active", equalTo(0));
        }
        refused(give(member, "stars", 9), 409, "account-closed");
    }

    private static Response give(String to, String currency, long points) {
        var gift =
                Map.of("member", to, "points", points, "currency", currency, "reason", "goodwill");
        return post(TestTokens.staff("support"), "/v1/adjustments", gift);
    }

    @Test
    void manyAreErasedAtOnceWhileTheyGiveToEachOther() throws Exception {
        awards.grant(member, 500);
        awards.grant(other, 500);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var pair : List.of(List.of(member, other), List.of(other, member))) {
                for (var i = 0; i < 20; i++) {
                    threads.submit(
                            () ->
                                    post(
                                            TestTokens.member(pair.getFirst()),
                                            "/v1/me/transfers",
                                            Map.of("to", pair.getLast(), "points", 5)));
                }
            }
            var first = threads.submit(() -> erase(other, member));
            var second = threads.submit(() -> erase(member, other));
            first.get();
            second.get();
        }
        points(member).body("active", equalTo(0));
        points(other).body("active", equalTo(0));
    }

    private void erase(String first, String second) {
        people.tell(
                new MemberErased(first, clock.instant()),
                new MemberErased(second, clock.instant()));
    }

    @Test
    void anErasedMemberThatStillHasPointsLosesThemAndOthersKeepTheirTime() {
        awards.publish(
                award(member, "base:1", 1, 30, null, clock.instant().plus(Duration.ofDays(2))),
                award(member, "base:2", 1, 70));
        awards.awaitBalance(member, 100);
        people.note(member, "erased");

        sweep.forfeit(clock.instant());

        points(member).body("active", equalTo(0)).body("adjusted", equalTo(-100));
    }

    @Test
    void aMergedMemberIsErasedWithTheOneThatGoesOn() throws Exception {
        awards.grant(member, 100);
        var wish = Map.of("member", member, "points", 60, "reference", marker, "title", marker);
        String hold =
                post(TestTokens.staff("pos"), "/v1/holds", wish)
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        people.merge(member, other);
        var last = newMember();
        people.merge(other, last);

        people.erase(last);

        assertThat(traces.of(marker)).isEmpty();
        points(last).body("active", equalTo(0));
        awards.publish(award(member, "base:late", 1, 7));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> points(member).extract().<Integer>path("lifetimeEarned") == 107);
        post(TestTokens.staff("pos"), "/v1/holds/" + hold + "/void", "").then().statusCode(200);
        points(member).body("active", equalTo(0)).body("held", equalTo(0));
        points(last).body("active", equalTo(0));
    }

    @Test
    void aNoteThatIsWrittenAfterTheErasureIsNotKept() throws Exception {
        people.erase(member);
        var wish =
                Map.of("member", member, "points", 900_000, "reason", "goodwill", "note", marker);

        refused(post(TestTokens.staff("support"), "/v1/adjustments", wish), 409, "account-closed");

        assertThat(traces.of(marker)).isEmpty();
    }

    @Test
    void membersAreCountedAsLongAsTheyAreThere() {
        var third = newMember();
        var before = members();
        for (var one : List.of(member, other, third)) {
            var gift =
                    Map.of("member", one, "points", 9, "currency", "coins", "reason", "goodwill");
            post(TestTokens.staff("support"), "/v1/adjustments", gift).then().statusCode(201);
        }
        assertThat(members()).isEqualTo(before + 3);

        people.merge(member, other);
        people.erase(third);

        assertThat(members()).isEqualTo(before + 1);
    }

    private static long members() {
        return get(TestTokens.staff("auditor"), "/v1/points/totals?currency=coins")
                .jsonPath()
                .getLong("members");
    }

    @Test
    void aFreezeIsShownBeforeThereAreAccounts() {
        people.note(member, "frozen");

        points(member).body("frozen", equalTo(true));
    }
}
