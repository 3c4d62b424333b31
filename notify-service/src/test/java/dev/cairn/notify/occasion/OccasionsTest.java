package dev.cairn.notify.occasion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.contracts.MemberEvent.MemberChanged;
import dev.cairn.contracts.MemberEvent.MemberEnrolled;
import dev.cairn.contracts.PointsEvent.PointsExpired;
import dev.cairn.contracts.PointsEvent.PointsExpiring;
import dev.cairn.contracts.PointsEvent.PointsRedeemed;
import dev.cairn.contracts.RewardEvent.MilestoneReached;
import dev.cairn.contracts.RewardEvent.StreakAtRisk;
import dev.cairn.contracts.RewardEvent.StreakExtended;
import dev.cairn.contracts.SegmentEvent.SegmentEntered;
import dev.cairn.contracts.SegmentEvent.SegmentExited;
import dev.cairn.notify.occasion.Notice.Nothing;
import dev.cairn.notify.occasion.Notice.Say;
import dev.cairn.notify.occasion.Notice.TakeBack;
import dev.cairn.notify.template.Template;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OccasionsTest {
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void milestoneIsWorthAWordForAWeek() {
        var said = said(Occasions.of(milestone(3, NOW)));

        assertThat(said.template()).isEqualTo(Template.MILESTONE_REACHED);
        assertThat(said.validUntil()).isEqualTo(NOW.plus(Duration.ofDays(7)));
        assertThat(said.facts()).containsEntry("points", 30L).containsEntry("step", 3L);
    }

    @Test
    void stepThatIsReachedAgainAfterAReturnIsTheSameMessage() {
        var first = said(Occasions.of(milestone(3, NOW)));
        var again = said(Occasions.of(milestone(3, NOW.plusSeconds(86_400))));

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(said(Occasions.of(milestone(5, NOW))).id()).isNotEqualTo(first.id());
    }

    @Test
    void streakAtRiskIsWorthAWordUntilItsDeadline() {
        var deadline = NOW.plusSeconds(3600);
        var risk = new StreakAtRisk("m-1", "weekly", 4, "2026-W10", deadline, NOW);

        assertThat(said(Occasions.of(risk)).validUntil()).isEqualTo(deadline);
    }

    @Test
    void keptPeriodTakesBackItsOwnWarningOnly() {
        var risk = new StreakAtRisk("m-1", "weekly", 4, "2026-W10", NOW, NOW);
        var kept = new StreakExtended("m-1", "weekly", 5, "2026-W10", NOW);

        var retraction = ((TakeBack) Occasions.of(kept)).retraction();

        assertThat(retraction.template()).isEqualTo(Template.STREAK_AT_RISK);
        assertThat(retraction.occasion()).contains(said(Occasions.of(risk)).occasion());
    }

    @Test
    void eachLapseIsAnOccasionOfItsOwnAndComingBackEndsIt() {
        var first = said(Occasions.of(new SegmentEntered("m-1", "lapsed", 1, "time", NOW)));
        var second =
                said(
                        Occasions.of(
                                new SegmentEntered(
                                        "m-1", "lapsed", 1, "time", NOW.plusSeconds(1))));
        var back = new SegmentExited("m-1", "lapsed", 1, "activity", NOW);

        assertThat(first.id()).isNotEqualTo(second.id());
        assertThat(((TakeBack) Occasions.of(back)).retraction().occasion())
                .isEqualTo(Optional.empty());
    }

    @Test
    void otherSegmentsNeedNoWord() {
        assertThat(Occasions.of(new SegmentEntered("m-1", "champion", 1, "activity", NOW)))
                .isEqualTo(new Nothing());
    }

    @Test
    void redemptionExpiryAndEnrolmentAreOccasions() {
        var expiry = NOW.plus(Duration.ofDays(7));

        assertThat(
                        said(Occasions.of(
                                        new PointsRedeemed(
                                                "p", "m-1", "points", 150, 20, "r-1", "coffee",
                                                "Coffee", NOW)))
                                .template())
                .isEqualTo(Template.POINTS_REDEEMED);
        assertThat(
                        said(Occasions.of(new PointsExpiring("m-1", "points", 40, expiry, NOW)))
                                .validUntil())
                .isEqualTo(expiry);
        assertThat(
                        said(Occasions.of(
                                        new MemberEnrolled(
                                                "m-1", "UTC", "en", null, NOW, List.of(), NOW)))
                                .template())
                .isEqualTo(Template.WELCOME);
    }

    @Test
    void aHouseholdsPointsAreAnotherWordThanTheMembersOwn() {
        var expiry = NOW.plus(Duration.ofDays(7));
        var own = said(Occasions.of(new PointsExpiring("m-1", "points", 40, expiry, NOW)));
        var pooled =
                said(Occasions.of(new PointsExpiring("m-1", "points", 40, expiry, NOW, "hh-1")));

        assertThat(pooled.id()).isNotEqualTo(own.id());
        assertThat(pooled.memberId()).isEqualTo("m-1");
        assertThat(pooled.facts()).isEqualTo(own.facts());
    }

    @Test
    void mostEventsNeedNoWord() {
        assertThat(Occasions.of(new PointsExpired("p", "m-1", "points", 1, 0, NOW)))
                .isEqualTo(new Nothing());
        assertThat(Occasions.of(new MemberChanged("m-1", "UTC", "en", null, NOW, List.of(), NOW)))
                .isEqualTo(new Nothing());
    }

    private static MilestoneReached milestone(long step, Instant at) {
        return new MilestoneReached("m-1", "purchases", step, "Purchases", 30, at);
    }

    private static dev.cairn.notify.candidate.Candidate said(Notice notice) {
        return ((Say) notice).candidate();
    }
}
