package dev.cairn.rules.sweep;

import static dev.cairn.rules.Till.progress;
import static dev.cairn.rules.Till.purchase;
import static dev.cairn.rules.Till.report;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.cairn.contracts.RewardEvent;
import dev.cairn.contracts.RewardEvent.StreakAtRisk;
import dev.cairn.contracts.RewardEvent.StreakBroken;
import dev.cairn.contracts.RewardEvent.TierChanged;
import dev.cairn.kit.clock.CairnClock;
import dev.cairn.rules.Broker;
import dev.cairn.rules.RulesTest;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@RulesTest
class DueMembersSweepTest {
    @TestHTTPResource(value = "/", management = true)
    URI management;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrap;

    @Inject CairnClock clock;

    private final String member = "m-" + UUID.randomUUID();

    /** The Monday after the clock's time; weeks before it are over or nearly so. */
    private LocalDate nextMonday() {
        return clock.instant()
                .atZone(ZoneOffset.UTC)
                .toLocalDate()
                .with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    }

    private void set(Instant now) {
        given().contentType("application/json")
                .body("{\"now\":\"" + now + "\"}")
                .put(management.resolve("/clock"))
                .then()
                .statusCode(200);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private List<RewardEvent> rewards(int enough) {
        return Broker.rewards(bootstrap, member, enough);
    }

    @Test
    void aStreakIsCalledAtRiskADayAheadAndBrokenWhenTheWeekIsOver() {
        // UTC and London differ in summer only by an hour: noon is the same day in both.
        var monday = nextMonday();
        set(start(monday).plusSeconds(12 * 3600));
        var lastWeek = start(monday.minusDays(4)).plusSeconds(43_200).toString();
        var weekBefore = start(monday.minusDays(11)).plusSeconds(43_200).toString();
        report(
                        List.of(
                                purchase(member + "-1", member, weekBefore, 500),
                                purchase(member + "-2", member, lastWeek, 500)))
                .statusCode(202);
        // two orders, first repeat, streak step; two milestones; one week more
        rewards(7);

        set(start(monday.plusDays(6)));
        set(start(monday.plusDays(6)).plusSeconds(3600));
        set(start(monday.plusDays(8)));

        var events = rewards(9);
        assertThat(events.subList(7, 9))
                .satisfiesExactly(
                        event ->
                                assertThat(event)
                                        .isInstanceOfSatisfying(
                                                StreakAtRisk.class,
                                                risk -> assertThat(risk.length()).isEqualTo(2)),
                        event ->
                                assertThat(event)
                                        .isInstanceOfSatisfying(
                                                StreakBroken.class,
                                                gone -> assertThat(gone.length()).isEqualTo(2)));
        progress(member)
                .body("goals.find { it.id == 'weekly-shopper' }.length", equalTo(0))
                .body("goals.find { it.id == 'weekly-shopper' }.best", equalTo(2));
    }

    @Test
    void aTierRunsOutWhenItsPointsLeaveTheWindow() {
        var today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        var almostAYearAgo = start(today.minusMonths(12).plusDays(3)).plusSeconds(43_200);
        report(purchase(member + "-1", member, almostAYearAgo.toString(), 30_000)).statusCode(202);
        assertThat(rewards(2).getLast()).isInstanceOf(TierChanged.class);
        progress(member).body("goals.find { it.id == 'tiers' }.current", equalTo("stone"));

        set(start(today.plusDays(5)));

        assertThat(rewards(3).getLast())
                .isInstanceOfSatisfying(
                        TierChanged.class,
                        move -> {
                            assertThat(move.from()).isEqualTo("stone");
                            assertThat(move.to()).isEqualTo("pebble");
                            assertThat(move.upgrade()).isFalse();
                            assertThat(move.occurredAt()).isBefore(start(today.plusDays(5)));
                        });
        progress(member).body("goals.find { it.id == 'tiers' }.current", equalTo("pebble"));
    }
}
