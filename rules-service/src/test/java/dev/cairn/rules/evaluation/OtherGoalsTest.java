package dev.cairn.rules.evaluation;

import static dev.cairn.rules.evaluation.Shop.DEMO;
import static dev.cairn.rules.evaluation.Shop.award;
import static dev.cairn.rules.evaluation.Shop.back;
import static dev.cairn.rules.evaluation.Shop.changed;
import static dev.cairn.rules.evaluation.Shop.enrolled;
import static dev.cairn.rules.evaluation.Shop.fold;
import static dev.cairn.rules.evaluation.Shop.goal;
import static dev.cairn.rules.evaluation.Shop.purchase;
import static dev.cairn.rules.evaluation.Shop.worth;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.rules.evaluation.Goal.CampaignGoal;
import dev.cairn.rules.evaluation.Goal.ProfileProgress;
import dev.cairn.rules.evaluation.Goal.TierGoal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OtherGoalsTest {

    @Nested
    class Profile {
        @Test
        void allFieldsPayOnceAndStayPaid() {
            var state =
                    fold(
                            "2026-06-01T00:00:00Z",
                            List.of(
                                    enrolled("Europe/London", "2026-01-01T00:00:00Z", "birthday"),
                                    changed(
                                            "Europe/London",
                                            "2026-02-01T00:00:00Z",
                                            "birthday",
                                            "favouriteStore",
                                            "interests"),
                                    changed("Europe/London", "2026-03-01T00:00:00Z")));
            assertThat(award(state, "profile:complete").occurredAt())
                    .isEqualTo(Instant.parse("2026-02-01T00:00:00Z"));
            assertThat(worth(state, "profile:complete")).isEqualTo(50);
            assertThat(goal(state, "profile", ProfileProgress.class).completed()).isTrue();
        }

        @Test
        void fieldsThatAreMissingAreCounted() {
            var state =
                    fold(
                            "2026-06-01T00:00:00Z",
                            List.of(
                                    enrolled(
                                            "Europe/London",
                                            "2026-01-01T00:00:00Z",
                                            "birthday",
                                            "newsletterTopics")));
            assertThat(goal(state, "profile", ProfileProgress.class))
                    .isEqualTo(new ProfileProgress("profile", 1, 3, 50, false));
        }
    }

    @Nested
    class Tiers {
        @Test
        void earnedPointsLiftTheMember() {
            var state =
                    fold(
                            "2026-06-01T00:00:00Z",
                            purchase("o-1", "2026-03-03T10:00:00Z", 40_000),
                            purchase("o-2", "2026-03-10T10:00:00Z", 7_000));
            // 400 + 70 for the orders, 20 first repeat, 20 for two weeks in a row
            assertThat(goal(state, "tiers", TierGoal.class))
                    .isEqualTo(
                            new TierGoal(
                                    "tiers",
                                    "stone",
                                    "summit",
                                    510,
                                    2000,
                                    Instant.parse("2026-03-10T10:00:00Z"),
                                    Instant.parse("2027-03-04T00:00:00Z")));
        }

        @Test
        void theTierIsLostWhenTheWindowMovesOn() {
            var purchase = purchase("o-1", "2026-03-03T10:00:00Z", 60_000);
            var last = fold("2027-03-03T23:59:59Z", purchase);
            assertThat(goal(last, "tiers", TierGoal.class).current()).isEqualTo("stone");
            assertThat(last.wakeAt()).isEqualTo(Instant.parse("2027-03-04T00:00:00Z"));
            var after = goal(fold("2027-03-04T00:00:00Z", purchase), "tiers", TierGoal.class);
            assertThat(after.current()).isEqualTo("pebble");
            assertThat(after.since()).isEqualTo(Instant.parse("2027-03-04T00:00:00Z"));
        }

        @Test
        void aReturnLowersTheWindowOfItsPurchase() {
            var state =
                    fold(
                            "2026-06-01T00:00:00Z",
                            purchase("o-1", "2026-03-03T10:00:00Z", 60_000),
                            back("r-1", "o-1", "2026-05-03T10:00:00Z", "1", 1));
            assertThat(goal(state, "tiers", TierGoal.class).current()).isEqualTo("pebble");
        }

        @Test
        void campaignPointsDoNotQualify() {
            var state =
                    fold("2026-06-01T00:00:00Z", purchase("o-1", "2026-03-07T10:00:00Z", 49_900));
            assertThat(worth(state, "weekend-treat:2026-03-07")).isEqualTo(20);
            assertThat(goal(state, "tiers", TierGoal.class).done()).isEqualTo(499);
        }
    }

    @Nested
    class Weekends {
        @Test
        void theFirstPurchaseOfAWeekendPays() {
            var state =
                    fold(
                            "2026-03-08T20:00:00Z",
                            purchase("o-1", "2026-03-07T10:00:00Z", 500),
                            purchase("o-2", "2026-03-08T10:00:00Z", 500));
            assertThat(worth(state, "weekend-treat:2026-03-07")).isEqualTo(20);
            assertThat(award(state, "weekend-treat:2026-03-07").activityId()).isEqualTo("o-1");
            assertThat(award(state, "weekend-treat:2026-03-07").expiresAt())
                    .isEqualTo(Instant.parse("2026-04-06T23:00:00Z"));
            assertThat(goal(state, "weekend-treat", CampaignGoal.class).paid()).isTrue();
        }

        @Test
        void itIsWeekendFromSaturdayToMondayInTheProgrammesZone() {
            assertThat(weekendAward("2026-06-05T22:59:59Z")).isZero();
            assertThat(weekendAward("2026-06-05T23:00:00Z")).isEqualTo(20);
            assertThat(weekendAward("2026-06-07T22:59:59Z")).isEqualTo(20);
            assertThat(weekendAward("2026-06-07T23:00:00Z")).isZero();
        }

        private long weekendAward(String time) {
            var state = fold("2026-06-08T20:00:00Z", purchase("o-1", time, 500));
            return worth(state, "weekend-treat:2026-06-06");
        }

        @Test
        void whenThePayingPurchaseIsReturnedAnotherOneCarriesTheAward() {
            var state =
                    fold(
                            "2026-03-08T20:00:00Z",
                            purchase("o-1", "2026-03-07T10:00:00Z", 500),
                            purchase("o-2", "2026-03-08T10:00:00Z", 500),
                            back("r-1", "o-1", "2026-03-08T11:00:00Z", "1", 1));
            assertThat(award(state, "weekend-treat:2026-03-07").activityId()).isEqualTo("o-2");
            assertThat(worth(state, "weekend-treat:2026-03-07")).isEqualTo(20);
        }

        @Test
        void theBudgetLimitsTheAward() {
            var history =
                    new History(
                            List.of(purchase("o-1", "2026-03-07T10:00:00Z", 500)),
                            List.of(),
                            Map.of("weekend-treat:2026-03-07", 0L));
            var state = Evaluation.fold(history, DEMO, Instant.parse("2026-03-08T20:00:00Z"));
            assertThat(worth(state, "weekend-treat:2026-03-07")).isZero();
            assertThat(goal(state, "weekend-treat", CampaignGoal.class).soldOut()).isTrue();
        }

        @Test
        void onWeekdaysTheNextWeekendIsAnnounced() {
            var goal = goal(fold("2026-06-03T20:00:00Z"), "weekend-treat", CampaignGoal.class);
            assertThat(goal.open()).isFalse();
            assertThat(goal.changesAt()).isEqualTo(Instant.parse("2026-06-05T23:00:00Z"));
        }
    }
}
