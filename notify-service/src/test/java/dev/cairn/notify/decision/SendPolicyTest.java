package dev.cairn.notify.decision;

import static dev.cairn.notify.decision.Scene.NOON;
import static dev.cairn.notify.template.Template.MILESTONE_REACHED;
import static dev.cairn.notify.template.Template.POINTS_REDEEMED;
import static dev.cairn.notify.template.Template.STREAK_AT_RISK;
import static dev.cairn.notify.template.Template.WELCOME;
import static dev.cairn.notify.template.Template.WIN_BACK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.notify.channel.Channel;
import dev.cairn.notify.decision.Decision.Defer;
import dev.cairn.notify.decision.Decision.Send;
import dev.cairn.notify.decision.Decision.Skip;
import dev.cairn.notify.purpose.Purpose;
import dev.cairn.notify.suppression.Suppression;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SendPolicyTest {
    private static final Instant NIGHT = Instant.parse("2026-03-10T22:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void allowedMessageGoesToTheInboxAndByMail() {
        var plan = Scene.of(MILESTONE_REACHED).decide(NOON);

        assertThat(plan.inbox()).isEqualTo(new Send(Channel.INBOX));
        assertThat(plan.outreach()).isEqualTo(new Send(Channel.EMAIL));
    }

    @Test
    void silenceIsNoConsent() {
        var scene = Scene.of(MILESTONE_REACHED).silentAbout(Purpose.LOYALTY, Channel.EMAIL);

        assertThat(scene.outreach(NOON)).isEqualTo(new Skip(Reason.CONSENT));
        assertThat(scene.inbox(NOON)).isEqualTo(new Send(Channel.INBOX));
    }

    @Test
    void consentForOnePurposeSaysNothingAboutTheOther() {
        var scene = Scene.of(WIN_BACK).silentAbout(Purpose.MARKETING, Channel.EMAIL);

        assertThat(scene.outreach(NOON)).isEqualTo(new Skip(Reason.CONSENT));
    }

    @Test
    void marketingNeedsConsentForTheInboxToo() {
        assertThat(Scene.of(WIN_BACK).inbox(NOON)).isEqualTo(new Skip(Reason.CONSENT));
        assertThat(Scene.of(WIN_BACK).consent(Purpose.MARKETING, Channel.INBOX, true).inbox(NOON))
                .isEqualTo(new Send(Channel.INBOX));
    }

    @Test
    void memberCanSilenceTheInbox() {
        var scene = Scene.of(MILESTONE_REACHED).consent(Purpose.LOYALTY, Channel.INBOX, false);

        assertThat(scene.inbox(NOON)).isEqualTo(new Skip(Reason.CONSENT));
    }

    @Test
    void transactionalNeedsNoConsentAndIgnoresCapAndNight() {
        var scene =
                Scene.of(POINTS_REDEEMED)
                        .consent(Purpose.LOYALTY, Channel.EMAIL, false)
                        .sent(NIGHT.minus(DAY))
                        .sent(NIGHT.minus(DAY))
                        .sent(NIGHT.minus(DAY));

        assertThat(scene.outreach(NIGHT)).isEqualTo(new Send(Channel.EMAIL));
    }

    @Test
    void withoutAddressNothingLeavesTheApp() {
        var scene = Scene.of(MILESTONE_REACHED).without(Channel.EMAIL);

        assertThat(scene.outreach(NOON)).isEqualTo(new Skip(Reason.NO_CONTACT));
    }

    @Test
    void hardBounceBlocksEvenTransactionalMail() {
        var scene = Scene.of(POINTS_REDEEMED).suppressed(Channel.EMAIL, Suppression.hardBounce());

        assertThat(scene.outreach(NOON)).isEqualTo(new Skip(Reason.SUPPRESSED));
    }

    @Test
    void complaintBlocksAllButTransactionalMail() {
        var complaint = Suppression.complaint();

        assertThat(Scene.of(POINTS_REDEEMED).suppressed(Channel.EMAIL, complaint).outreach(NOON))
                .isEqualTo(new Send(Channel.EMAIL));
        assertThat(Scene.of(MILESTONE_REACHED).suppressed(Channel.EMAIL, complaint).outreach(NOON))
                .isEqualTo(new Skip(Reason.SUPPRESSED));
        assertThat(Scene.of(WIN_BACK).suppressed(Channel.EMAIL, complaint).outreach(NOON))
                .isEqualTo(new Skip(Reason.SUPPRESSED));
    }

    @Test
    void unsubscribedAddressStaysSilentForThatPurposeEvenIfConsentIsThere() {
        var unsubscribed = Suppression.unsubscribed(Purpose.MARKETING);

        assertThat(Scene.of(WIN_BACK).suppressed(Channel.EMAIL, unsubscribed).outreach(NOON))
                .isEqualTo(new Skip(Reason.SUPPRESSED));
        assertThat(
                        Scene.of(MILESTONE_REACHED)
                                .suppressed(Channel.EMAIL, unsubscribed)
                                .outreach(NOON))
                .isEqualTo(new Send(Channel.EMAIL));
    }

    @Test
    void consentIsAskedBeforeSuppression() {
        var scene =
                Scene.of(MILESTONE_REACHED)
                        .consent(Purpose.LOYALTY, Channel.EMAIL, false)
                        .suppressed(Channel.EMAIL, Suppression.hardBounce());

        assertThat(scene.outreach(NOON)).isEqualTo(new Skip(Reason.CONSENT));
    }

    @Test
    void suppressionIsAskedBeforeTheCap() {
        var scene =
                Scene.of(WIN_BACK)
                        .sentMarketing(NOON.minus(DAY))
                        .suppressed(Channel.EMAIL, Suppression.hardBounce());

        assertThat(scene.outreach(NOON)).isEqualTo(new Skip(Reason.SUPPRESSED));
    }

    @Test
    void capIsAskedBeforeTheNight() {
        var scene = Scene.of(WIN_BACK).sentMarketing(NIGHT.minus(DAY));

        assertThat(scene.outreach(NIGHT)).isEqualTo(new Skip(Reason.CAP));
    }

    @Test
    void nextChannelTakesOverWhenTheFirstIsClosed() {
        var scene =
                Scene.of(MILESTONE_REACHED)
                        .suppressed(Channel.EMAIL, Suppression.hardBounce())
                        .with(Channel.SMS)
                        .consent(Purpose.LOYALTY, Channel.SMS, true)
                        .with(Channel.PUSH);

        assertThat(scene.outreach(NOON)).isEqualTo(new Send(Channel.SMS));
    }

    @Test
    void cappedLoyaltyWaitsForTheFirstSlotThatFrees() {
        var first = NOON.minus(DAY.multipliedBy(5));
        var scene =
                Scene.of(MILESTONE_REACHED)
                        .sent(first)
                        .sent(NOON.minus(DAY.multipliedBy(2)))
                        .sentMarketing(NOON.minus(DAY));

        assertThat(scene.outreach(NOON))
                .isEqualTo(new Defer(first.plus(DAY.multipliedBy(7)), Reason.CAP));
    }

    @Test
    void slotIsFreeExactlyOneWindowAfterItWasTaken() {
        var taken = NOON.minus(DAY.multipliedBy(7));
        var scene = Scene.of(MILESTONE_REACHED).sent(taken).sent(NOON).sent(NOON);

        assertThat(scene.outreach(NOON)).isEqualTo(new Send(Channel.EMAIL));
        assertThat(scene.outreach(NOON.minusMillis(1))).isEqualTo(new Defer(NOON, Reason.CAP));
    }

    @Test
    void cappedLoyaltyThatWouldComeTooLateIsSkipped() {
        var scene =
                Scene.of(STREAK_AT_RISK)
                        .validUntil(NOON.plus(DAY.multipliedBy(6)))
                        .sent(NOON.minus(DAY))
                        .sent(NOON.minus(DAY))
                        .sent(NOON.minus(DAY));

        assertThat(scene.outreach(NOON)).isEqualTo(new Skip(Reason.CAP));
    }

    @Test
    void secondMarketingMessageOfTheWeekIsSkipped() {
        assertThat(Scene.of(WIN_BACK).sentMarketing(NOON.minus(DAY)).outreach(NOON))
                .isEqualTo(new Skip(Reason.CAP));
        assertThat(Scene.of(WIN_BACK).sent(NOON.minus(DAY)).outreach(NOON))
                .isEqualTo(new Send(Channel.EMAIL));
    }

    @Test
    void nightWaitsForTheMorningOfTheMembersOwnZone() {
        var morning = Instant.parse("2026-03-11T07:00:00Z");

        var decision = Scene.of(MILESTONE_REACHED).outreach(NIGHT);

        assertThat(decision).isInstanceOf(Defer.class);
        assertThat(((Defer) decision).reason()).isEqualTo(Reason.QUIET_HOURS);
        assertThat(((Defer) decision).until())
                .isBetween(morning, morning.plus(Duration.ofMinutes(30)));
        assertThat(Scene.of(MILESTONE_REACHED).in("America/New_York").outreach(NIGHT))
                .isEqualTo(new Send(Channel.EMAIL));
    }

    @Test
    void inboxKnowsNoNight() {
        assertThat(Scene.of(MILESTONE_REACHED).inbox(NIGHT)).isEqualTo(new Send(Channel.INBOX));
    }

    @Test
    void releasesAreSpreadAndEachMessageKeepsItsPlace() {
        var scene = Scene.of(MILESTONE_REACHED);
        var releases =
                java.util.stream.IntStream.range(0, 200)
                        .mapToObj(i -> scene.candidate("occasion " + i))
                        .map(c -> Scene.POLICY.outreach(c, scene.member(), NIGHT))
                        .map(d -> ((Defer) d).until())
                        .toList();

        assertThat(releases.stream().distinct().count()).isGreaterThan(150);
        assertThat(scene.outreach(NIGHT)).isEqualTo(scene.outreach(NIGHT.plusSeconds(60)));
    }

    @Test
    void deadlineBeforeTheMorningMeansSilence() {
        var scene = Scene.of(STREAK_AT_RISK).validUntil(Instant.parse("2026-03-10T23:00:00Z"));

        assertThat(scene.outreach(NIGHT)).isEqualTo(new Skip(Reason.QUIET_HOURS));
    }

    @Test
    void deadlineWithinTheSpreadReleasesAtTheEdge() {
        var morning = Instant.parse("2026-03-11T07:00:00Z");
        var scene = Scene.of(STREAK_AT_RISK).validUntil(morning.plusSeconds(1));

        assertThat(scene.outreach(NIGHT)).isEqualTo(new Defer(morning, Reason.QUIET_HOURS));
    }

    @Test
    void whatIsNoLongerTrueIsNotSaidOnAnyLeg() {
        var deadline = NOON;

        var plan = Scene.of(STREAK_AT_RISK).validUntil(deadline).decide(NOON);

        assertThat(plan.inbox()).isEqualTo(new Skip(Reason.STALE));
        assertThat(plan.outreach()).isEqualTo(new Skip(Reason.STALE));
    }

    @Test
    void erasedMemberHearsNothing() {
        var plan = Scene.of(POINTS_REDEEMED).erased().decide(NOON);

        assertThat(plan.inbox()).isEqualTo(new Skip(Reason.ERASED));
        assertThat(plan.outreach()).isEqualTo(new Skip(Reason.ERASED));
    }

    @Test
    void welcomeIsPatientUntilAnAddressIsGiven() {
        var scene = Scene.of(WELCOME).without(Channel.EMAIL);

        assertThat(scene.outreach(NOON)).isEqualTo(new Defer(NOON.plus(DAY), Reason.NO_CONTACT));
        assertThat(scene.outreach(NOON.plus(DAY))).isEqualTo(new Skip(Reason.NO_CONTACT));
    }

    @Test
    void welcomeIsPatientWithSilenceButNotWithANo() {
        assertThat(Scene.of(WELCOME).silentAbout(Purpose.LOYALTY, Channel.EMAIL).outreach(NOON))
                .isEqualTo(new Defer(NOON.plus(DAY), Reason.CONSENT));
        assertThat(Scene.of(WELCOME).consent(Purpose.LOYALTY, Channel.EMAIL, false).outreach(NOON))
                .isEqualTo(new Skip(Reason.CONSENT));
    }
}
