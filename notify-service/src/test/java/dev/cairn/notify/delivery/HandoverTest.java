package dev.cairn.notify.delivery;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.cairn.kit.db.Database;
import dev.cairn.kit.event.Cause;
import dev.cairn.notify.Mailbox;
import dev.cairn.notify.NotifyTest;
import dev.cairn.notify.Stage;
import dev.cairn.notify.Stage.Standing;
import dev.cairn.notify.candidate.Candidate;
import dev.cairn.notify.delivery.SettleHandover.Answered;
import dev.cairn.notify.suppression.Suppression;
import dev.cairn.notify.template.Template;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@NotifyTest
class HandoverTest {
    private static final String MILESTONE = Template.MILESTONE_REACHED.id();
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration WEEK = Duration.ofDays(7);

    @Inject Stage stage;
    @Inject Mailbox mailbox;
    @Inject Database database;
    @Inject DecideDue decideDue;
    @Inject SettleHandover settle;
    @Inject QueueStore queue;

    @ConfigProperty(name = "devstack.sinks.url")
    String sinks;

    @Test
    void permanentRefusalFailsSuppressesAndGivesTheSlotBack() {
        var letter = handedOver(Template.MILESTONE_REACHED);
        var member = letter.message().memberId();

        answer(letter, new Handover.Refused(Optional.of(Suppression.hardBounce()), "550 5.1.1"));

        assertThat(stage.standings(member, MILESTONE))
                .containsExactly(new Standing("sent", "sent", "failed", "address-dead"));
        assertThat(slots(member)).isZero();
        stage.publish(stage.milestone(member, 99));
        assertThat(stage.awaitSettled(member, MILESTONE, 2))
                .contains(new Standing("sent", "sent", "skipped", "suppressed"));
    }

    @Test
    void busyChannelIsTriedAgainAndTheSlotIsKept() {
        var letter = handedOver(Template.MILESTONE_REACHED);
        var member = letter.message().memberId();

        answer(letter, new Handover.Busy());

        assertThat(stage.standings(member, MILESTONE))
                .containsExactly(new Standing("deferred", "sent", "waiting", "retry"));
        assertThat(slots(member)).isEqualTo(1);
        stage.advance(Duration.ofMinutes(5));
        assertThat(stage.standings(member, MILESTONE))
                .containsExactly(new Standing("sent", "sent", "sent", null));
        assertThat(mailbox.of(member)).hasSize(1);
        assertThat(slots(member)).isEqualTo(1);
    }

    @Test
    void channelThatStaysBusyFailsWhenTheMessageIsStale() {
        var letter = handedOver(Template.STREAK_AT_RISK);
        var member = letter.message().memberId();

        answer(letter, new Handover.Busy());

        assertThat(stage.standings(member, "streak-at-risk"))
                .containsExactly(new Standing("sent", "sent", "failed", "retries-exhausted"));
        assertThat(slots(member)).isZero();
    }

    @Test
    void unknownOutcomeEndsMarketingAndKeepsItsSlot() {
        var letter = handedOver(Template.WIN_BACK);
        var member = letter.message().memberId();

        answer(letter, new Handover.Unknown());

        assertThat(stage.standings(member, "win-back"))
                .containsExactly(new Standing("failed", "skipped", "failed", "outcome-unknown"));
        assertThat(slots(member)).isEqualTo(1);
    }

    @Test
    void senderThatDiedIsReplacedForLoyaltyButNotForMarketing() {
        var loyalty = handedOver(Template.MILESTONE_REACHED).message().memberId();
        var marketing = handedOver(Template.WIN_BACK).message().memberId();
        expireLeases(loyalty, marketing);

        stage.advance(Duration.ZERO);

        assertThat(stage.standings(loyalty, MILESTONE))
                .containsExactly(new Standing("sent", "sent", "sent", null));
        assertThat(mailbox.of(loyalty)).hasSize(1);
        assertThat(stage.standings(marketing, "win-back"))
                .containsExactly(new Standing("failed", "skipped", "failed", "outcome-unknown"));
        assertThat(mailbox.of(marketing)).isEmpty();
    }

    @Test
    void lateAnswerToAResolvedMessageChangesNothing() {
        var letter = handedOver(Template.MILESTONE_REACHED);
        var member = letter.message().memberId();
        expireLeases(member);
        stage.advance(Duration.ZERO);

        answer(letter, new Handover.Refused(Optional.of(Suppression.hardBounce()), "550 5.1.1"));

        assertThat(stage.standings(member, MILESTONE))
                .containsExactly(new Standing("sent", "sent", "sent", null));
    }

    @Test
    void textAndPushReachTheirProviders() {
        stage.at("12:00");
        var texted = withAddress("sms", "+16502530000");
        var pushed = withAddress("push", "device-" + UUID.randomUUID());
        var gone = withAddress("push", "unregistered-" + UUID.randomUUID());

        for (var member : List.of(texted, pushed, gone)) {
            stage.publish(stage.milestone(member, 3));
            stage.awaitOutcome(member, MILESTONE, "sent");
        }

        given().baseUri(sinks)
                .queryParam("channel", "sms")
                .queryParam("to", "+16502530000")
                .get("/received")
                .then()
                .body("messages", hasSize(1))
                .body("messages[0].content.From", equalTo("Cairn"));
        assertThat(stage.standings(pushed, MILESTONE).getFirst().outreach()).isEqualTo("sent");
        assertThat(stage.standings(gone, MILESTONE).getFirst().reason()).isEqualTo("address-dead");
    }

    private String withAddress(String channel, String address) {
        var member = stage.enrolled("en");
        Stage.as(member)
                .body(Map.of("address", address))
                .put("/v1/me/contact-points/" + channel)
                .then()
                .statusCode(200);
        stage.say(member, "loyalty", channel, true);
        return member;
    }

    /** A letter that the service believes to be on its way, though no channel has heard of it. */
    private Outgoing handedOver(Template template) {
        stage.at("12:00");
        while (true) {
            var letters = decided(candidate(template, stage.reachable("en")));
            if (!letters.isEmpty()) {
                return letters.getFirst();
            }
            // The service's own dispatcher was faster; it beats every few seconds.
        }
    }

    private List<Outgoing> decided(Candidate candidate) {
        database.transact(
                tx -> queue.add(tx, List.of(new Queued(candidate, Cause.none())), stage.now()));
        return decideDue.run(stage.now()).letters();
    }

    private Candidate candidate(Template template, String member) {
        return Candidate.about(
                template,
                member,
                "test",
                stage.now(),
                stage.now().plus(template == Template.STREAK_AT_RISK ? MINUTE : WEEK),
                Map.of(
                        "title", "Purchases",
                        "step", 3,
                        "points", 30,
                        "length", 4,
                        "deadline", stage.now().plus(MINUTE)));
    }

    private void answer(Outgoing letter, Handover answer) {
        settle.settle(List.of(new Answered(letter, answer)));
    }

    private void expireLeases(String... members) {
        database.transact(
                tx ->
                        tx.update(
                                """
                                UPDATE message SET lease_until = clock_timestamp() - interval '1s'
                                WHERE outreach_state = 'sending' AND member_id = ANY (?::text[])
                                """,
                                (Object) members));
    }

    private long slots(String member) {
        return database.read(
                tx ->
                        tx.first(
                                        "SELECT count(*) AS n FROM cap_slot WHERE member_id = ?",
                                        row -> row.longValue("n"),
                                        member)
                                .orElseThrow());
    }
}
