package dev.cairn.contracts;

import static dev.cairn.contracts.Sample.AT;
import static dev.cairn.contracts.Sample.MEMBER;
import static dev.cairn.contracts.Sample.complete;

import dev.cairn.contracts.RewardEvent.AwardCategory;
import dev.cairn.contracts.RewardEvent.AwardSet;
import dev.cairn.contracts.RewardEvent.BadgeAwarded;
import dev.cairn.contracts.RewardEvent.BadgeRevoked;
import dev.cairn.contracts.RewardEvent.ChallengeCompleted;
import dev.cairn.contracts.RewardEvent.MilestoneReached;
import dev.cairn.contracts.RewardEvent.StreakAtRisk;
import dev.cairn.contracts.RewardEvent.StreakBroken;
import dev.cairn.contracts.RewardEvent.StreakExtended;
import dev.cairn.contracts.RewardEvent.TierChanged;
import java.time.Duration;
import java.util.stream.Stream;

final class RewardSamples {
    private RewardSamples() {}

    static Stream<Sample> all() {
        return Stream.of(
                new Sample(aBaseAward(), aTakenBackMilestone()),
                complete(new MilestoneReached(MEMBER, "purchases", 3, "Third purchase", 150, AT)),
                complete(new StreakExtended(MEMBER, "weekly", 4, "2026-W10", AT)),
                complete(
                        new StreakAtRisk(
                                MEMBER, "weekly", 4, "2026-W11", AT.plus(Duration.ofDays(4)), AT)),
                complete(new StreakBroken(MEMBER, "weekly", 4, "2026-W11", AT)),
                complete(new BadgeAwarded(MEMBER, "regular", "Regular", AT)),
                complete(new BadgeRevoked(MEMBER, "regular", AT)),
                complete(new TierChanged(MEMBER, "bronze", "silver", true, AT)),
                complete(new ChallengeCompleted(MEMBER, "spring", "Spring walk", AT)));
    }

    private static AwardSet aBaseAward() {
        return new AwardSet(
                "base:shop:order-1001",
                1,
                MEMBER,
                "points",
                15,
                AwardCategory.BASE,
                AT,
                AT.plus(Duration.ofDays(14)),
                AT.plus(Duration.ofDays(365)),
                "delivery-confirmed",
                "base",
                "2026-01",
                "order-1001",
                "One point per whole pound of 15.30 GBP.");
    }

    private static AwardSet aTakenBackMilestone() {
        return new AwardSet(
                "purchases:3",
                2,
                MEMBER,
                "points",
                0,
                AwardCategory.MILESTONE,
                AT,
                null,
                null,
                null,
                "purchases",
                "2026-01",
                null,
                "The third purchase was returned.");
    }
}
