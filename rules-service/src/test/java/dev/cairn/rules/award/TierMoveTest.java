package dev.cairn.rules.award;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.contracts.RewardEvent.AwardCategory;
import dev.cairn.contracts.RewardEvent.TierChanged;
import dev.cairn.rules.evaluation.Goal.TierGoal;
import dev.cairn.rules.programme.TierLadder;
import dev.cairn.rules.programme.Title;
import dev.cairn.rules.state.MemberStateStore.Locked;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TierMoveTest {
    private static final Instant EARLY = Instant.parse("2026-01-01T10:00:00Z");
    private static final Instant LATE = Instant.parse("2026-02-01T10:00:00Z");
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final TierLadder LADDER =
            new TierLadder(
                    "tiers",
                    new Title("Tiers", "Stufen"),
                    Period.ofMonths(12),
                    Set.of(AwardCategory.BASE),
                    List.of(
                            new TierLadder.Tier("low", new Title("Low", "Unten"), 0),
                            new TierLadder.Tier("high", new Title("High", "Oben"), 100)));

    private static TierGoal at(String tier, Instant since) {
        return new TierGoal("tiers", tier, null, 0, 0, since, null);
    }

    private static Locked was(String tier, Instant since) {
        return new Locked("m-1", 1, tier, since);
    }

    @Test
    void newMembersStartAtTheBottomWithoutNews() {
        assertThat(TierMove.between(was(null, null), at("low", null), LADDER, NOW)).isEmpty();
    }

    @Test
    void aRiseHappensWhenThePointsWereEarned() {
        assertThat(TierMove.between(was("low", null), at("high", EARLY), LADDER, NOW))
                .contains(new TierChanged("m-1", "low", "high", true, EARLY));
    }

    @Test
    void aFallByTimeHappensWhenThePointsLeave() {
        assertThat(TierMove.between(was("high", EARLY), at("low", LATE), LADDER, NOW))
                .contains(new TierChanged("m-1", "high", "low", false, LATE));
    }

    @Test
    void aFallByAReturnHappensNow() {
        assertThat(TierMove.between(was("high", EARLY), at("low", null), LADDER, NOW))
                .contains(new TierChanged("m-1", "high", "low", false, NOW));
    }

    @Test
    void stayingIsNoNews() {
        assertThat(TierMove.between(was("high", EARLY), at("high", LATE), LADDER, NOW)).isEmpty();
    }

    @Test
    void aTierThatTheProgrammeGaveUpCountsAsTheLowest() {
        assertThat(TierMove.between(was("golden", EARLY), at("low", null), LADDER, NOW))
                .get()
                .extracting(TierChanged::upgrade)
                .isEqualTo(false);
    }
}
