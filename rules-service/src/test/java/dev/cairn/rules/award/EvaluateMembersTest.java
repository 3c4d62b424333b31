package dev.cairn.rules.award;

import static dev.cairn.rules.Till.awards;
import static dev.cairn.rules.Till.back;
import static dev.cairn.rules.Till.purchase;
import static dev.cairn.rules.Till.report;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.db.DatabaseException;
import dev.cairn.kit.testing.TestTokens;
import dev.cairn.rules.RulesTest;
import dev.cairn.rules.state.MemberStateStore;
import dev.cairn.rules.sweep.DueMembersSweep;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@RulesTest
class EvaluateMembersTest {
    @Inject Database database;
    @Inject MemberStateStore states;
    @Inject DueMembersSweep sweep;
    @Inject CairnClock clock;

    private final String member = "m-" + UUID.randomUUID();

    private List<String> aQuarter() {
        var items = new ArrayList<String>();
        for (var i = 1; i <= 9; i++) {
            var time = "2026-01-0" + i + "T10:00:00Z";
            items.add(purchase(member + i, member, time, 990L * i));
            if (i % 3 == 0) {
                items.add(back(member + i + "r", member, member + i, time, 1));
            }
        }
        return items;
    }

    private void awaitAwards(String who, int n) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(awards(who).extract().<List<?>>path("items")).hasSize(n));
    }

    private static List<?> worth(String who, String prefix) {
        List<String> ids = awards(who).extract().path("items.awardId");
        List<Integer> points = awards(who).extract().path("items.points");
        List<Integer> earned = awards(who).extract().path("items.earned");
        var result = new ArrayList<String>();
        for (var i = 0; i < ids.size(); i++) {
            result.add(ids.get(i).replace(prefix, "") + " " + points.get(i) + " " + earned.get(i));
        }
        return result;
    }

    @Test
    void evaluatingEverybodyAnewTellsNothingTwice() {
        report(aQuarter()).statusCode(202);
        // 9 orders, steps 3 and 5, first repeat, streak step 2, weekend
        awaitAwards(member, 14);
        var before = awards(member).extract().path("items");
        var published = rowsOf("announced");

        database.transact(tx -> states.makeDue(tx, 99, clock.instant()));
        sweep.run(clock.instant());

        assertThat(awards(member).extract().<Object>path("items")).isEqualTo(before);
        assertThat(rowsOf("announced")).isEqualTo(published);
    }

    private long rowsOf(String table) {
        return database.read(
                tx ->
                        tx.first(
                                        "SELECT count(*) AS n FROM " + table + " WHERE member = ?",
                                        row -> row.longValue("n"),
                                        member)
                                .orElseThrow());
    }

    @Test
    void theOrderOfArrivalDoesNotMatter() {
        report(aQuarter()).statusCode(202);
        awaitAwards(member, 14);
        var other = member + "-x";
        var shuffled = new ArrayList<>(aQuarter());
        Collections.shuffle(shuffled, new Random(7));
        for (var item : shuffled) {
            report(item.replace(member, other)).statusCode(202);
        }
        awaitAwards(other, 14);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(worth(other, other)).isEqualTo(worth(member, member)));
    }

    @Test
    void whatDoesNotCountIsExplained() {
        report(
                        List.of(
                                purchase(member + 1, member, "2026-01-05T10:00:00Z", 0),
                                back(member + "r", member, "o-x", "2026-01-05T10:00:00Z", 1)))
                .statusCode(202);
        given().auth()
                .oauth2(TestTokens.staff("support"))
                .get("/v1/members/{id}/explanations", member)
                .then()
                .statusCode(200)
                .body("", hasSize(2))
                .body("[0].sentence", equalTo("Waits for purchase o-x."))
                .body("[1].sentence", equalTo("Does not count: nothing was paid for it."));
    }

    @Test
    void theServiceCannotChangeWhatHappened() {
        for (var table : List.of("event_log", "member_event", "announced")) {
            for (var change :
                    List.of("DELETE FROM " + table, "UPDATE " + table + " SET member = '-'")) {
                assertThatThrownBy(() -> database.transact(tx -> tx.update(change)))
                        .isInstanceOfSatisfying(
                                DatabaseException.class,
                                e -> assertThat(e.sqlState()).isEqualTo("42501"));
            }
        }
    }
}
