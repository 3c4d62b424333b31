package dev.cairn.rules;

import static dev.cairn.rules.Till.back;
import static dev.cairn.rules.Till.progress;
import static dev.cairn.rules.Till.purchase;
import static dev.cairn.rules.Till.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cairn.contracts.ActivityEvent.ActivityRecorded;
import dev.cairn.contracts.ActivityEvent.OrderLine;
import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.measure.Measures;
import dev.cairn.kit.testing.MetricsPage;
import dev.cairn.rules.award.EvaluateMembers;
import dev.cairn.rules.award.Triggers;
import dev.cairn.rules.history.EventLogStore;
import dev.cairn.rules.history.LoggedActivity;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What operators see of the rules, read as Prometheus reads it. */
@RulesTest
class RulesMetricsTest {
    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Inject RedisDataSource redis;
    @Inject Measures measures;
    @Inject CairnClock clock;
    @Inject Database database;
    @Inject EventLogStore log;
    @Inject EvaluateMembers evaluation;

    private final String member = "m-" + UUID.randomUUID();
    private MetricsPage before;

    private MetricsPage page() {
        measures.take();
        return MetricsPage.read(management);
    }

    @BeforeEach
    void look() {
        before = page();
    }

    private double grown(String name, String... labels) {
        return page().value(name, labels) - before.value(name, labels);
    }

    private void awaitGrown(double by, String name, String... labels) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(grown(name, labels)).isEqualTo(by));
    }

    /** A time some weeks ago on which no campaign runs. */
    private String tuesday(int weeksAgo) {
        return clock.instant()
                .atZone(ZoneOffset.UTC)
                .with(TemporalAdjusters.previous(DayOfWeek.TUESDAY))
                .minusWeeks(weeksAgo)
                .withHour(12)
                .toInstant()
                .toString();
    }

    @Test
    void everySeriesIsThereBeforeAnythingHappens() {
        for (var type : List.of("recorded", "returned", "voided")) {
            for (var outcome : List.of("accepted", "duplicate", "refused")) {
                assertThere("cairn_rules_activities_total", "type", type, "outcome", outcome);
            }
        }
        assertThere("cairn_rules_activities_total", "type", "unreadable", "outcome", "refused");
        for (var change : List.of("raised", "lowered", "redated")) {
            assertThere("cairn_rules_awards_total", "change", change);
        }
        for (var kind : List.of("milestone", "badge", "tier", "challenge")) {
            assertThere("cairn_rules_goals_total", "kind", kind);
        }
        for (var outcome : List.of("extended", "at_risk", "broken")) {
            assertThere("cairn_rules_streaks_total", "outcome", outcome);
        }
        for (var outcome : List.of("hit", "miss", "failed")) {
            assertThere("cairn_rules_cache_total", "outcome", outcome);
        }
        assertThere("cairn_rules_fold_seconds_count");
        assertThere("cairn_rules_fold_seconds_bucket", "le", "0.1");
        assertThere("cairn_rules_unfolded_members");
        assertThere("cairn_rules_unfolded_oldest_seconds");
    }

    private void assertThere(String name, String... labels) {
        assertThat(before.has(name, labels)).as(name + List.of(labels)).isTrue();
    }

    @Test
    void activitiesAndWhatTheyAreWorthAreCounted() {
        var item = purchase(member + "-1", member, tuesday(2), 500);
        report(List.of(item, item, "{\"id\":\"x\"}")).statusCode(202);
        report(back(member + "-2", member, member + "-1", tuesday(1), 1)).statusCode(202);

        awaitGrown(1, "cairn_rules_awards_total", "change", "lowered");
        assertThat(grown("cairn_rules_awards_total", "change", "raised")).isEqualTo(1);
        assertThat(activities("recorded", "accepted")).isEqualTo(1);
        assertThat(activities("recorded", "duplicate")).isEqualTo(1);
        assertThat(activities("unreadable", "refused")).isEqualTo(1);
        assertThat(activities("returned", "accepted")).isEqualTo(1);
        assertThat(grown("cairn_rules_fold_seconds_count")).isPositive();
        awaitNothingUnfolded();
    }

    private double activities(String type, String outcome) {
        return grown("cairn_rules_activities_total", "type", type, "outcome", outcome);
    }

    private void awaitNothingUnfolded() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> page().value("cairn_rules_unfolded_members") == 0);
        assertThat(page().value("cairn_rules_unfolded_oldest_seconds")).isZero();
    }

    @Test
    void whoeverWaitsToBeEvaluatedIsSeen() {
        awaitNothingUnfolded();
        var activity =
                new ActivityRecorded(
                        "till",
                        member,
                        member,
                        "purchase",
                        clock.instant(),
                        "GBP",
                        List.of(new OrderLine("1", "A", "coffee", 1, 500)),
                        Map.of());
        database.transact(tx -> log.add(tx, List.of(LoggedActivity.of(activity)), clock.instant()));
        assertThat(page().value("cairn_rules_unfolded_members")).isEqualTo(1);

        var triggers = new Triggers();
        triggers.add(member);
        database.transact(tx -> evaluation.evaluate(tx, triggers));
        assertThat(page().value("cairn_rules_unfolded_members")).isZero();
    }

    @Test
    void goalsAndStreaksAreCounted() {
        report(
                        List.of(
                                purchase(member + "-1", member, tuesday(4), 500),
                                purchase(member + "-2", member, tuesday(3), 500)))
                .statusCode(202);

        awaitGrown(1, "cairn_rules_streaks_total", "outcome", "extended");
        assertThat(grown("cairn_rules_streaks_total", "outcome", "broken")).isEqualTo(1);
        assertThat(grown("cairn_rules_goals_total", "kind", "milestone")).isPositive();
    }

    @Test
    void looksIntoTheCacheAreCounted() {
        report(purchase(member + "-1", member, tuesday(1), 500)).statusCode(202);
        awaitGrown(1, "cairn_rules_awards_total", "change", "raised");
        redis.flushall();
        var start = page();

        progress(member);
        progress(member);

        var end = page();
        for (var outcome : List.of("hit", "miss")) {
            var name = "cairn_rules_cache_total";
            assertThat(end.value(name, "outcome", outcome) - start.value(name, "outcome", outcome))
                    .as(outcome)
                    .isEqualTo(1);
        }
    }
}
