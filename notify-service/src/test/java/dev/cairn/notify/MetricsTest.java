package dev.cairn.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.measure.Measures;
import dev.cairn.kit.testing.MetricsPage;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What operators see of messages, by the names that dashboards and alerts use. */
@NotifyTest
class MetricsTest {
    private static final String MESSAGES = "cairn_notify_messages_total";
    private static final String DELIVERY = "cairn_notify_delivery_seconds_count";
    private static final String WAITING = "cairn_notify_waiting_messages";
    private static final String OVERDUE = "cairn_notify_overdue_seconds";
    private static final String CONSENTS = "cairn_notify_consents_total";
    private static final String MILESTONE = "milestone-reached";

    private static final Map<String, List<String>> REASONS =
            Map.of(
                    "sent", List.of("none"),
                    "deferred", List.of("consent", "no-contact", "cap", "quiet-hours", "retry"),
                    "skipped",
                            List.of(
                                    "stale",
                                    "erased",
                                    "consent",
                                    "no-contact",
                                    "suppressed",
                                    "cap",
                                    "quiet-hours",
                                    "wording"),
                    "failed",
                            List.of(
                                    "retries-exhausted",
                                    "address-dead",
                                    "refused",
                                    "outcome-unknown"));

    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Inject Stage stage;
    @Inject CairnClock clock;
    @Inject Measures measures;
    @Inject Database database;

    @Test
    void everySeriesIsThereFromTheStart() {
        var page = measured();

        for (var channel : List.of("email", "sms", "push")) {
            REASONS.forEach(
                    (outcome, reasons) -> reasons.forEach(r -> count(page, channel, outcome, r)));
            page.value(DELIVERY, "channel", channel);
            page.value("cairn_notify_delivery_seconds_bucket", "channel", channel, "le", "+Inf");
        }
        count(page, "inbox", "sent", "none");
        for (var reason : List.of("stale", "erased", "consent")) {
            count(page, "inbox", "skipped", reason);
        }
        for (var change : List.of("granted", "withdrawn")) {
            page.value(CONSENTS, "change", change);
        }
        page.value(WAITING);
        page.value(OVERDUE);
    }

    @Test
    void sentMessageCountsInTheInboxAndOnItsChannel() {
        stage.at("12:00");
        var member = stage.reachable("en");
        var before = settled();

        stage.publish(stage.milestone(member, 3));
        stage.awaitOutcome(member, MILESTONE, "sent");

        awaitMore(before, 1, MESSAGES, "channel", "email", "outcome", "sent", "reason", "none");
        awaitMore(before, 1, MESSAGES, "channel", "inbox", "outcome", "sent", "reason", "none");
        awaitMore(before, 1, DELIVERY, "channel", "email");
    }

    @Test
    void messageWithoutConsentIsSkipped() {
        stage.at("12:00");
        var member = stage.reachable("en");
        stage.say(member, "loyalty", "email", false);
        stage.say(member, "loyalty", "inbox", false);
        var before = settled();

        stage.publish(stage.milestone(member, 3));
        stage.awaitOutcome(member, MILESTONE, "skipped");

        for (var channel : List.of("email", "inbox")) {
            awaitMore(
                    before, 1, MESSAGES, "channel", channel, "outcome", "skipped", "reason",
                    "consent");
        }
    }

    @Test
    void messageAtNightWaitsAndIsOverdueWhenNobodySendsItInTheMorning() {
        stage.at("23:00");
        var member = stage.reachable("en");
        var before = settled();

        stage.publish(stage.milestone(member, 3));
        stage.awaitOutcome(member, MILESTONE, "deferred");

        awaitMore(
                before,
                1,
                MESSAGES,
                "channel",
                "email",
                "outcome",
                "deferred",
                "reason",
                "quiet-hours");
        awaitMore(before, 1, WAITING);
        assertThat(measured().value(OVERDUE)).isZero();

        whileNobodyDecidesFor(
                member,
                () -> {
                    clock.set(clock.instant().plus(Duration.ofHours(10)));
                    assertThat(measured().value(OVERDUE)).isBetween(1800.0, 3600.0);
                });
        stage.advance(Duration.ZERO);
        assertThat(measured().value(OVERDUE)).isZero();
    }

    @Test
    void messageToADeadAddressFails() {
        stage.at("12:00");
        var member = stage.enrolled("en");
        Stage.as(member)
                .body(Map.of("address", "unregistered-" + UUID.randomUUID()))
                .put("/v1/me/contact-points/push")
                .then()
                .statusCode(200);
        stage.say(member, "loyalty", "push", true);
        var before = settled();

        stage.publish(stage.milestone(member, 3));
        stage.awaitOutcome(member, MILESTONE, "sent");

        awaitMore(
                before,
                1,
                MESSAGES,
                "channel",
                "push",
                "outcome",
                "failed",
                "reason",
                "address-dead");
    }

    @Test
    void consentCountsWhenItChanges() {
        var member = stage.enrolled("en");
        var before = measured();

        stage.say(member, "marketing", "email", true);
        stage.say(member, "marketing", "email", true);
        stage.say(member, "marketing", "email", false);

        awaitMore(before, 1, CONSENTS, "change", "granted");
        awaitMore(before, 1, CONSENTS, "change", "withdrawn");
    }

    /** The page once nothing of earlier tests is being sent any more. */
    private MetricsPage settled() {
        return await().atMost(Duration.ofSeconds(20))
                .until(this::measured, page -> page.value(OVERDUE) == 0);
    }

    private MetricsPage measured() {
        measures.take();
        return MetricsPage.read(management);
    }

    private void awaitMore(MetricsPage before, double more, String name, String... labels) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                assertThat(measured().value(name, labels))
                                        .isEqualTo(before.value(name, labels) + more));
    }

    private void whileNobodyDecidesFor(String member, Runnable action) {
        database.transact(
                tx -> {
                    tx.query(
                            "SELECT id FROM message WHERE member_id = ? FOR UPDATE",
                            row -> row.uuid("id"),
                            member);
                    action.run();
                });
    }

    private static double count(MetricsPage page, String channel, String outcome, String reason) {
        return page.value(MESSAGES, "channel", channel, "outcome", outcome, "reason", reason);
    }
}
