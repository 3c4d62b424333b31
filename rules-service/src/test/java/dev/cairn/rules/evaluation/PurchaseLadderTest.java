package dev.cairn.rules.evaluation;

import static dev.cairn.rules.evaluation.Shop.award;
import static dev.cairn.rules.evaluation.Shop.back;
import static dev.cairn.rules.evaluation.Shop.fold;
import static dev.cairn.rules.evaluation.Shop.goal;
import static dev.cairn.rules.evaluation.Shop.news;
import static dev.cairn.rules.evaluation.Shop.purchase;
import static dev.cairn.rules.evaluation.Shop.worth;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.contracts.ActivityEvent;
import dev.cairn.rules.evaluation.Goal.LadderGoal;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PurchaseLadderTest {
    private static final String NOW = "2026-06-01T00:00:00Z";
    private static final ActivityEvent FIRST = purchase("o-1", "2026-03-03T10:00:00Z", 500);
    private static final ActivityEvent SECOND = purchase("o-2", "2026-03-10T10:00:00Z", 500);
    private static final ActivityEvent THIRD = purchase("o-3", "2026-03-17T10:00:00Z", 500);

    @Test
    void theThirdPurchasePaysAtItsOwnTime() {
        var state = fold(NOW, FIRST, SECOND, THIRD);
        assertThat(worth(state, "purchases:3")).isEqualTo(30);
        assertThat(award(state, "purchases:3").activityId()).isEqualTo("o-3");
        assertThat(award(state, "purchases:3").occurredAt())
                .isEqualTo(Instant.parse("2026-03-17T10:00:00Z"));
    }

    @Test
    void theSecondPurchaseIsTheFirstRepeat() {
        assertThat(worth(fold(NOW, FIRST), "first-repeat:2")).isZero();
        assertThat(worth(fold(NOW, FIRST, SECOND), "first-repeat:2")).isEqualTo(20);
    }

    @Test
    void aLateFirstPurchaseMovesTheStepButPaysItOnce() {
        var late = purchase("o-0", "2026-03-01T10:00:00Z", 500);
        var state = fold(NOW, FIRST, SECOND, THIRD, late);
        assertThat(award(state, "first-repeat:2").activityId()).isEqualTo("o-1");
        assertThat(worth(state, "purchases:3")).isEqualTo(30);
    }

    @Test
    void aFullReturnTakesTheStepBackAndALaterPurchaseReachesItAgain() {
        var back = back("r-1", "o-2", "2026-03-20T10:00:00Z", "1", 1);
        var again = purchase("o-4", "2026-03-24T10:00:00Z", 500);
        assertThat(worth(fold(NOW, FIRST, SECOND, THIRD, back), "purchases:3")).isZero();
        var state = fold(NOW, FIRST, SECOND, THIRD, back, again);
        assertThat(worth(state, "purchases:3")).isEqualTo(30);
        assertThat(news(state, "milestone:purchases")).containsExactly("milestone:purchases:3");
    }

    @Test
    void aPurchaseThatCostNothingDoesNotCount() {
        var free = purchase("o-3", "2026-03-17T10:00:00Z", 0);
        var state = fold(NOW, FIRST, SECOND, free);
        assertThat(goal(state, "purchases", LadderGoal.class).done()).isEqualTo(2);
    }

    @Test
    void otherActivitiesAreNotPurchases() {
        var visit =
                new ActivityEvent.ActivityRecorded(
                        "app", "v-1", "m-1", "visit", Instant.parse(NOW), null, null, null);
        assertThat(goal(fold(NOW, FIRST, visit), "purchases", LadderGoal.class).done())
                .isEqualTo(1);
    }

    @Test
    void progressNamesTheNextStepAndWhatItPays() {
        var goal = goal(fold(NOW, FIRST, SECOND, THIRD), "purchases", LadderGoal.class);
        assertThat(goal).isEqualTo(new LadderGoal("purchases", 3, 5, 60));
    }

    @Test
    void afterTheLastStepTheLadderIsComplete() {
        var many =
                IntStream.range(0, 26)
                        .mapToObj(i -> purchase("o-" + i, "2026-03-03T10:00:0" + i % 10 + "Z", 500))
                        .toArray(ActivityEvent[]::new);
        var state = fold(NOW, many);
        assertThat(goal(state, "purchases", LadderGoal.class).completed()).isTrue();
        assertThat(worth(state, "purchases:25")).isEqualTo(500);
    }
}
