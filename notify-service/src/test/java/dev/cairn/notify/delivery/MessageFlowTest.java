package dev.cairn.notify.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.contracts.MemberEvent.MemberEnrolled;
import dev.cairn.contracts.PointsEvent.PointsExpiring;
import dev.cairn.contracts.PointsEvent.PointsRedeemed;
import dev.cairn.contracts.RewardEvent.StreakAtRisk;
import dev.cairn.contracts.RewardEvent.StreakExtended;
import dev.cairn.contracts.SegmentEvent.SegmentExited;
import dev.cairn.notify.Mailbox;
import dev.cairn.notify.NotifyTest;
import dev.cairn.notify.Stage;
import dev.cairn.notify.Stage.Standing;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@NotifyTest
class MessageFlowTest {
    private static final Duration DAY = Duration.ofDays(1);

    @Inject Stage stage;
    @Inject Mailbox mailbox;

    @Test
    void milestoneReachesInboxAndMailInTheMembersLanguage() {
        stage.at("12:00");
        var member = stage.reachable("de-AT");

        stage.publish(stage.milestone(member, 3));
        stage.awaitOutcome(member, "milestone-reached", "sent");

        assertThat(mailbox.of(member)).hasSize(1);
        assertThat(mailbox.raw(member))
                .contains("multipart/alternative", "text/plain", "text/html")
                .contains("From: Cairn <loyalty@cairn.example>")
                .contains("Herzlichen Gl", "30 Punkte");
        Stage.as(member)
                .get("/v1/me/inbox")
                .then()
                .body("items.title", org.hamcrest.Matchers.hasItem("Geschafft: Purchases"));
    }

    @Test
    void eventThatComesTwiceMakesOneMail() {
        stage.at("12:00");
        var member = stage.reachable("en");
        var record = Stage.record(stage.milestone(member, 3));

        stage.publishRecords(List.of(record, record));
        stage.publish(stage.milestone(member, 3), stage.milestone(member, 5));

        stage.awaitSettled(member, "milestone-reached", 2);
        assertThat(mailbox.of(member)).hasSize(2);
    }

    @Test
    void consentWithdrawnBetweenQueueAndSendSilencesTheMessage() {
        stage.at("22:00");
        var member = stage.reachable("en");
        stage.publish(stage.lapsed(member));
        var waiting = stage.awaitOutcome(member, "win-back", "deferred");
        assertThat(waiting.reason()).isEqualTo("quiet-hours");

        stage.say(member, "marketing", "email", false);
        stage.at("09:00");

        assertThat(stage.standings(member, "win-back"))
                .containsExactly(new Standing("skipped", "skipped", "skipped", "consent"));
        assertThat(mailbox.of(member)).isEmpty();
    }

    @Test
    void nightHoldsTheMailButNotTheInbox() {
        stage.at("23:00");
        var member = stage.reachable("en");

        stage.publish(stage.milestone(member, 3));
        var waiting = stage.awaitOutcome(member, "milestone-reached", "deferred");
        assertThat(waiting).isEqualTo(new Standing("deferred", "sent", "waiting", "quiet-hours"));
        assertThat(mailbox.of(member)).isEmpty();

        stage.at("08:31");
        stage.awaitOutcome(member, "milestone-reached", "sent");
        assertThat(mailbox.of(member)).hasSize(1);
    }

    @Test
    void redemptionIsConfirmedAtNightWithoutConsent() {
        stage.at("23:30");
        var member = stage.enrolled("en");
        stage.giveAddress(member);

        stage.publish(
                new PointsRedeemed(
                        "p-1",
                        member,
                        "points",
                        150,
                        1250,
                        "r-1",
                        "coffee",
                        "Coffee",
                        stage.now()));

        stage.awaitOutcome(member, "points-redeemed", "sent");
        assertThat(mailbox.raw(member)).contains("1,250 points").doesNotContain("List-Unsubscribe");
    }

    @Test
    void capLetsExactlyThreeMailsThroughHoweverManyCandidatesRace() {
        stage.at("12:00");
        var member = stage.reachable("en");
        var events =
                LongStream.rangeClosed(1, 40)
                        .mapToObj(step -> Stage.record(stage.milestone(member, step)))
                        .toList();

        stage.publishRecords(events);

        var standings = stage.awaitSettled(member, "milestone-reached", 40);
        assertThat(standings).filteredOn(s -> s.outreach().equals("sent")).hasSize(3);
        assertThat(standings)
                .filteredOn(s -> !s.outreach().equals("sent"))
                .hasSize(37)
                .containsOnly(new Standing("sent", "sent", "skipped", "cap"));
        assertThat(mailbox.of(member)).hasSize(3);
    }

    @Test
    void cappedLoyaltyMessageLeavesWhenASlotFrees() {
        stage.at("12:00");
        var member = stage.reachable("en");
        stage.publish(
                stage.milestone(member, 1), stage.milestone(member, 2), stage.milestone(member, 3));
        stage.awaitSettled(member, "milestone-reached", 3);
        stage.advance(DAY);
        stage.publish(
                new PointsExpiring(
                        member, "points", 40, stage.now().plus(DAY.multipliedBy(7)), stage.now()));
        assertThat(stage.awaitOutcome(member, "points-expiring", "deferred").reason())
                .isEqualTo("cap");

        stage.advance(DAY.multipliedBy(6).minusSeconds(1));
        assertThat(mailbox.of(member)).hasSize(3);
        stage.advance(Duration.ofSeconds(1));

        stage.awaitOutcome(member, "points-expiring", "sent");
        assertThat(mailbox.of(member)).hasSize(4);
    }

    @Test
    void keptStreakIsNoLongerAtRisk() {
        stage.at("22:00");
        var member = stage.reachable("en");
        var deadline = stage.now().plus(DAY.multipliedBy(2));
        var risk = new StreakAtRisk(member, "weekly-shopper", 4, "2026-W10", deadline, stage.now());
        stage.publish(risk);
        stage.awaitOutcome(member, "streak-at-risk", "deferred");

        stage.publish(
                new StreakExtended(
                        member, "weekly-shopper", 5, "2026-W10", stage.now().plusSeconds(1)));

        var settled = stage.awaitOutcome(member, "streak-at-risk", "sent");
        assertThat(settled.reason()).isEqualTo("stale");
        assertThat(mailbox.of(member)).isEmpty();
    }

    @Test
    void memberWhoCameBackIsNotAskedToComeBack() {
        stage.at("22:00");
        var member = stage.reachable("en");
        stage.publish(stage.lapsed(member));
        stage.awaitOutcome(member, "win-back", "deferred");

        stage.publish(
                new SegmentExited(member, "lapsed", 1, "activity", stage.now().plusSeconds(1)));

        assertThat(stage.awaitOutcome(member, "win-back", "skipped").reason()).isEqualTo("stale");
    }

    @Test
    void welcomeWaitsForTheAddressThatFollows() {
        stage.at("12:00");
        var member = Stage.newMember();
        stage.publish(
                new MemberEnrolled(
                        member, "Europe/Berlin", "en", "DE", stage.now(), List.of(), stage.now()));
        stage.awaitOutcome(member, "welcome", "deferred");

        stage.giveAddress(member);
        stage.say(member, "loyalty", "email", true);

        stage.awaitOutcome(member, "welcome", "sent");
        assertThat(mailbox.of(member)).hasSize(1);
    }

    @Test
    void deadlineThatPassedWhileNobodyWasAwakeIsNotTalkedAbout() {
        stage.at("12:00");
        var member = stage.reachable("en");
        var deadline = stage.now().minusSeconds(1);

        stage.publish(
                new StreakAtRisk(
                        member,
                        "weekly-shopper",
                        4,
                        "2026-W09",
                        deadline,
                        deadline.minusSeconds(60)));

        assertThat(stage.awaitOutcome(member, "streak-at-risk", "skipped"))
                .isEqualTo(new Standing("skipped", "skipped", "skipped", "stale"));
    }
}
