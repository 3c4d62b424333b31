package dev.cairn.rules.evaluation;

import static dev.cairn.rules.evaluation.Shop.award;
import static dev.cairn.rules.evaluation.Shop.back;
import static dev.cairn.rules.evaluation.Shop.enrolled;
import static dev.cairn.rules.evaluation.Shop.fold;
import static dev.cairn.rules.evaluation.Shop.goal;
import static dev.cairn.rules.evaluation.Shop.news;
import static dev.cairn.rules.evaluation.Shop.purchase;
import static dev.cairn.rules.evaluation.Shop.worth;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.contracts.ActivityEvent;
import dev.cairn.contracts.RewardEvent.StreakAtRisk;
import dev.cairn.rules.evaluation.Goal.StreakGoal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreakTest {

    /** Purchases on the Wednesdays of weeks counted from 2026-W10 (2 March). */
    private static ActivityEvent[] weeks(int... weeks) {
        return Arrays.stream(weeks)
                .mapToObj(
                        week ->
                                purchase(
                                        "o-" + week,
                                        LocalDate.of(2026, 3, 4).plusWeeks(week) + "T10:00:00Z",
                                        500))
                .toArray(ActivityEvent[]::new);
    }

    private static StreakGoal streak(MemberState state) {
        return goal(state, "weekly-shopper", StreakGoal.class);
    }

    private static String day(int week, int weekday) {
        return LocalDate.of(2026, 3, 2).plusWeeks(week).plusDays(weekday - 1) + "T12:00:00Z";
    }

    @Test
    void everyWeekInARowMakesItLonger() {
        var state = fold(day(2, 4), weeks(0, 1, 2));
        assertThat(streak(state).length()).isEqualTo(3);
        assertThat(streak(state).currentPeriod()).isEqualTo("2026-W12");
        assertThat(streak(state).currentPeriodKept()).isTrue();
        assertThat(worth(state, "weekly-shopper:2")).isEqualTo(20);
        assertThat(award(state, "weekly-shopper:2").activityId()).isEqualTo("o-1");
    }

    @Test
    void severalPurchasesInAWeekKeepItOnce() {
        var state =
                fold(
                        day(0, 7),
                        purchase("a", "2026-03-02T10:00:00Z", 500),
                        purchase("b", "2026-03-08T10:00:00Z", 500));
        assertThat(streak(state).length()).isEqualTo(1);
    }

    @Test
    void theOpenWeekDoesNotBreakIt() {
        assertThat(streak(fold(day(2, 7), weeks(0, 1))).length()).isEqualTo(2);
        assertThat(streak(fold(day(3, 1), weeks(0, 1))).length()).isZero();
    }

    @Test
    void aWeekBelongsToTheYearOfItsThursday() {
        var state =
                fold(
                        "2027-01-06T12:00:00Z",
                        purchase("a", "2026-12-27T12:00:00Z", 500),
                        purchase("b", "2027-01-03T12:00:00Z", 500),
                        purchase("c", "2027-01-04T12:00:00Z", 500));
        assertThat(streak(state).length()).isEqualTo(3);
        assertThat(news(state, "streak-extended"))
                .containsExactly(
                        "streak-extended:weekly-shopper:2026-W53",
                        "streak-extended:weekly-shopper:2027-W01");
    }

    @Test
    void stepsPayOncePerMember() {
        var state = fold(day(6, 1), weeks(0, 1, 4, 5));
        assertThat(award(state, "weekly-shopper:2").activityId()).isEqualTo("o-1");
        assertThat(state.awards()).filteredOn(a -> a.id().equals("weekly-shopper:2")).hasSize(1);
        assertThat(news(state, "milestone:weekly-shopper")).hasSize(1);
    }

    @Test
    void fourWeeksEarnAFreezeThatBridgesTheFirstMissedWeek() {
        assertThat(streak(fold(day(3, 4), weeks(0, 1, 2, 3))).freezes()).isEqualTo(1);
        var missed = fold(day(5, 3), weeks(0, 1, 2, 3));
        assertThat(streak(missed).length()).isEqualTo(4);
        assertThat(streak(missed).freezes()).isZero();
        var bridged = fold(day(5, 5), weeks(0, 1, 2, 3, 5));
        assertThat(streak(bridged).length()).isEqualTo(5);
        assertThat(streak(bridged).best()).isEqualTo(5);
        assertThat(streak(bridged).bestConsecutive()).isEqualTo(4);
    }

    @Test
    void aSecondMissedWeekBreaksIt() {
        var state = fold(day(6, 1), weeks(0, 1, 2, 3));
        assertThat(streak(state).length()).isZero();
        assertThat(news(state, "streak-broken"))
                .containsExactly("streak-broken:weekly-shopper:2026-W15");
    }

    @Test
    void aRunEarnsOnlyOneFreeze() {
        var state = fold(day(9, 1), weeks(0, 1, 2, 3, 5, 6, 7));
        assertThat(streak(state).length()).isZero();
        assertThat(streak(state).best()).isEqualTo(7);
    }

    @Test
    void frozenWeeksDoNotCountTowardsSteps() {
        assertThat(worth(fold(day(8, 1), weeks(0, 1, 2, 3, 5, 6, 7)), "weekly-shopper:8")).isZero();
        assertThat(worth(fold(day(8, 7), weeks(0, 1, 2, 3, 5, 6, 7, 8)), "weekly-shopper:8"))
                .isEqualTo(120);
    }

    @Test
    void aLatePurchaseJoinsTwoRuns() {
        var apart = fold(day(5, 1), weeks(0, 1, 3, 4));
        assertThat(streak(apart).best()).isEqualTo(2);
        var joined = fold(day(5, 1), weeks(0, 1, 3, 4, 2));
        assertThat(streak(joined).length()).isEqualTo(5);
        assertThat(award(joined, "weekly-shopper:4").activityId()).isEqualTo("o-3");
    }

    @Test
    void aReturnSplitsTheRunItWasHolding() {
        var back = back("r-1", "o-2", day(4, 2), "1", 1);
        var events = new java.util.ArrayList<>(List.of(weeks(0, 1, 2, 3)));
        events.add(back);
        var state = fold(day(4, 3), events.toArray(ActivityEvent[]::new));
        assertThat(worth(state, "weekly-shopper:4")).isZero();
        assertThat(worth(state, "weekly-shopper:2")).isEqualTo(20);
    }

    @Test
    void oneDayBeforeTheWeekEndsAStreakIsAtRisk() {
        var before = fold("2026-03-21T23:59:59Z", weeks(0, 1));
        assertThat(news(before, "streak-at-risk")).isEmpty();
        assertThat(before.wakeAt()).isEqualTo(Instant.parse("2026-03-22T00:00:00Z"));
        var risky = fold("2026-03-22T00:00:00Z", weeks(0, 1));
        assertThat(risky.announcements())
                .extracting(Announcement::event)
                .contains(
                        new StreakAtRisk(
                                "m-1",
                                "weekly-shopper",
                                2,
                                "2026-W12",
                                Instant.parse("2026-03-23T00:00:00Z"),
                                Instant.parse("2026-03-22T00:00:00Z")));
        assertThat(risky.wakeAt()).isEqualTo(Instant.parse("2026-03-23T00:00:00Z"));
        var over = fold("2026-03-23T00:00:00Z", weeks(0, 1));
        assertThat(news(over, "streak-broken"))
                .containsExactly("streak-broken:weekly-shopper:2026-W12");
        assertThat(over.wakeAt()).isNull();
    }

    @Test
    void aFreezeInStockMeansNoRiskYet() {
        var state = fold(day(4, 7), weeks(0, 1, 2, 3));
        assertThat(news(state, "streak-at-risk")).isEmpty();
        assertThat(news(fold(day(5, 7), weeks(0, 1, 2, 3)), "streak-at-risk")).hasSize(1);
    }

    @Test
    void aKeptWeekIsNotAtRisk() {
        assertThat(news(fold(day(1, 7), weeks(0, 1)), "streak-at-risk")).isEmpty();
    }

    @Test
    void aSingleWeekIsNoStreakToLose() {
        var state = fold(day(1, 7), weeks(0));
        assertThat(state.wakeAt()).isNull();
        assertThat(news(state, "streak")).isEmpty();
    }

    @Test
    void theWeekEndsInTheMembersZone() {
        var profile = List.of(enrolled("Pacific/Auckland", "2026-01-01T00:00:00Z"));
        var late =
                Evaluation.fold(
                        History.of(
                                List.of(
                                        purchase("a", "2026-03-04T10:00:00Z", 500),
                                        purchase("b", "2026-03-15T11:30:00Z", 500)),
                                profile),
                        Shop.DEMO,
                        Instant.parse("2026-03-15T12:00:00Z"));
        // Monday morning of W12 in Auckland, so that W11 was missed.
        assertThat(streak(late).currentPeriod()).isEqualTo("2026-W12");
        assertThat(streak(late).length()).isEqualTo(1);
    }
}
