package dev.cairn.ledger.merge;

import static dev.cairn.ledger.Awards.award;
import static dev.cairn.ledger.Awards.newMember;
import static dev.cairn.ledger.Calls.get;
import static dev.cairn.ledger.Calls.points;
import static dev.cairn.ledger.Calls.post;
import static dev.cairn.ledger.Shop.newReward;
import static dev.cairn.ledger.Shop.redeem;
import static dev.cairn.ledger.Shop.redeemed;
import static dev.cairn.ledger.Shop.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.testing.TestTokens;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.Calls;
import dev.cairn.ledger.LedgerTest;
import dev.cairn.ledger.People;
import dev.cairn.ledger.account.AccountId;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a member took goes on with whoever it was merged into. */
@LedgerTest
class GoingOnTest {
    @Inject Awards awards;
    @Inject People people;
    @Inject CairnClock clock;
    @Inject Database database;
    @Inject MergeStore merges;

    private final String old = newMember();
    private final String kept = newMember();

    @AfterEach
    void theBooksHold() {
        Calls.theBooksHold();
    }

    @Test
    void aLimitCountsWhatBothHad() {
        var reward = newReward("'price':10,'limit':{'limit':2,'per':'ever'}");
        awards.grant(old, 100);
        awards.grant(kept, 100);
        redeemed(old, reward);
        redeemed(kept, reward);

        people.merge(old, kept);

        Calls.refused(redeem(kept, reward), 409, "reward-limit-reached").body("taken", equalTo(2));
        assertThat(seen(TestTokens.member(kept), reward).getString("reason"))
                .isEqualTo("limit-reached");
    }

    @Test
    void whatTheOtherTookIsStillThere() {
        var reward = newReward("'price':10,'type':'voucher-code'");
        post(
                        TestTokens.staff("manager"),
                        "/v1/rewards/" + reward + "/codes",
                        Map.of("codes", List.of("CODE-" + old)))
                .then()
                .statusCode(201);
        awards.grant(old, 100);
        var redemption = redeemed(old, reward);
        var token = TestTokens.member(kept);
        var path = "/v1/me/redemptions";
        get(token, path + "/" + redemption).then().statusCode(404);

        people.merge(old, kept);

        get(token, path).then().body("items.id", equalTo(List.of(redemption)));
        get(token, path + "/" + redemption)
                .then()
                .statusCode(200)
                .body("code", equalTo("CODE-" + old));
        get(TestTokens.staff("support"), "/v1/members/" + kept + "/export")
                .then()
                .body("tables.redemption.id", equalTo(List.of(redemption)));
        get(TestTokens.member(newMember()), path + "/" + redemption).then().statusCode(404);
    }

    @Test
    void whatIsReservedFromTheOtherIsSeen() {
        awards.grant(old, 100);
        var wish = Map.of("member", old, "points", 60, "reference", "till-1");
        String hold =
                post(TestTokens.staff("pos"), "/v1/holds", wish)
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");

        people.merge(old, kept);

        get(TestTokens.member(kept), "/v1/me/holds").then().body("items.id", hasItem(hold));
    }

    @Test
    void whatALimitKeptBackFromTheOtherIsSeenWithTheReason() {
        awards.publish(Awards.award("stars", old, "base:1", 1, 150, null, null));
        await().atMost(Duration.ofSeconds(20)).until(() -> awardsOf(old).size() == 1);

        people.merge(old, kept);

        for (var list :
                List.of(
                        get(TestTokens.member(kept), "/v1/me/points/awards"),
                        get(
                                TestTokens.staff("support"),
                                "/v1/members/" + kept + "/points/awards"))) {
            list.then()
                    .statusCode(200)
                    .body("items.member", equalTo(List.of(old)))
                    .body("items[0].clipped.points", equalTo(50))
                    .body("items[0].clipped.reason", not(emptyString()));
        }
        assertThat(awardsOf(old)).hasSize(1);
    }

    /** Both were welcomed at the same time. */
    @Test
    void noAwardOfTheTwoIsLeftOutOrShownTwice() {
        for (var member : List.of(old, kept)) {
            awards.publish(
                    award(member, "base:1", 1, 10),
                    award(member, "base:2", 1, 10),
                    award(member, "welcome", 1, 10));
            awards.awaitBalance(member, 30);
        }

        people.merge(old, kept);

        var both = Stream.of(old, kept).sorted().toList();
        var expected =
                Stream.of("base:1", "base:2", "welcome")
                        .flatMap(id -> both.stream().map(member -> id + " of " + member))
                        .toList();
        assertThat(awardsOf(kept)).isEqualTo(expected);
    }

    /** Read two at a time. */
    private static List<String> awardsOf(String member) {
        var found = new ArrayList<String>();
        String cursor = "";
        while (cursor != null) {
            var path = "/v1/me/points/awards?limit=2&cursor=" + cursor;
            var page = get(TestTokens.member(member), path).then().statusCode(200).extract();
            List<String> ids = page.path("items.awardId");
            List<String> members = page.path("items.member");
            for (var i = 0; i < ids.size(); i++) {
                found.add(ids.get(i) + " of " + members.get(i));
            }
            cursor = page.path("next");
        }
        return found;
    }

    /** Two hundred of them would keep everybody else's points from following. */
    @Test
    void whoWasErasedIsNotLookedForAgainAndAgain() {
        awards.grant(old, 150);
        var redemption = redeemed(old, "coffee");
        people.merge(old, kept);
        post(TestTokens.staff("support"), "/v1/redemptions/" + redemption + "/cancel", "")
                .then()
                .statusCode(200);
        assertThat(leftBehind()).contains(old);
        database.transact(
                tx ->
                        tx.update(
                                "UPDATE member_standing SET erased_at = ? WHERE member_id = ?",
                                clock.instant(),
                                old));

        assertThat(leftBehind()).doesNotContain(old);

        people.erase(old);
        points(old).body("active", equalTo(0));
        points(kept).body("active", equalTo(50));
    }

    private List<String> leftBehind() {
        return database.read(tx -> merges.leftBehind(tx, 1_000_000)).stream()
                .map(AccountId::memberId)
                .toList();
    }
}
