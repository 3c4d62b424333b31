package dev.cairn.e2e.journey;

import static dev.cairn.devstack.Component.LEDGER;
import static dev.cairn.devstack.Component.NOTIFY;
import static dev.cairn.devstack.Component.RULES;
import static dev.cairn.e2e.platform.Activity.line;
import static dev.cairn.e2e.platform.Activity.purchase;
import static dev.cairn.e2e.platform.Activity.returned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.e2e.platform.Activity;
import dev.cairn.e2e.platform.Cairn;
import dev.cairn.e2e.platform.EventStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JourneyTest {

    private final Cairn cairn = Cairn.shared();
    private final String member = cairn.freshMember();
    private final Shopper shopper = new Shopper(cairn, member);

    @AfterEach
    void ledgerProves() {
        JsonNode proof = cairn.staff("auditor").get(LEDGER, "/v1/proof").expect(200).json();
        assertThat(proof.path("holds").asBoolean()).as(proof.toPrettyString()).isTrue();
    }

    @Test
    void thirdPurchaseArrivesInTheInbox() {
        // Given
        Instant monday = shopper.nextMonday();
        shopper.enrol("Europe/Berlin", "de");
        shopper.reachable();
        shopper.buys(1_000, monday);
        shopper.buys(1_000, monday.plusSeconds(60));
        cairn.settle();

        // When
        try (EventStream stream = cairn.member(member).listen(NOTIFY, "/v1/me/inbox/stream")) {
            shopper.buys(1_000, monday.plusSeconds(120));
            cairn.settle();

            // Then
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(stream.data()).anyMatch(Shopper::isMilestone));
        }
        // 3 × 10 for the purchases, 20 for the first repeat, 30 for the third
        assertThat(shopper.points().path("active").asLong()).isEqualTo(80);
        JsonNode ladder = shopper.goal("purchases");
        assertThat(ladder.path("done").asLong()).isEqualTo(3);
        assertThat(ladder.path("left").asLong()).isEqualTo(2);
        assertThat(ladder.path("nextReward").path("points").asLong()).isEqualTo(60);
        assertThat(shopper.inbox()).anyMatch(item -> Shopper.isMilestone(item.toString()));
        List<JsonNode> mails = cairn.mailbox(member).mails();
        assertThat(mails.getFirst().path("subject").asText()).startsWith("Geschafft");
        assertThat(mails)
                .allSatisfy(
                        mail -> {
                            assertThat(mail.path("listUnsubscribePost").asText())
                                    .isEqualTo("List-Unsubscribe=One-Click");
                        });
    }

    @Test
    void returnTakesBackExactlyWhatItsLinesWereWorth() {
        // Given
        Instant monday = shopper.nextMonday();
        shopper.enrol("Europe/London", "en");
        String order = shopper.next();
        shopper.reports(purchase(order, member, monday, line("1", 2, 1_299), line("2", 1, 450)));
        cairn.settle();
        assertThat(shopper.points().path("active").asLong()).isEqualTo(30);

        // When
        shopper.reports(returned(shopper.next(), member, order, monday.plusSeconds(60), "1", 1));
        cairn.settle();

        // Then
        JsonNode points = shopper.points();
        assertThat(points.path("active").asLong()).isEqualTo(17);
        assertThat(points.path("earned").path("base").asLong()).isEqualTo(30);
        assertThat(points.path("clawedBack").path("base").asLong()).isEqualTo(13);
    }

    @Test
    void returnOfTheThirdPurchaseTakesTheMilestoneBackAndAnotherPaysItAgain() {
        // Given
        Instant monday = shopper.nextMonday();
        shopper.enrol("Europe/London", "en");
        shopper.buys(1_000, monday);
        shopper.buys(1_000, monday.plusSeconds(60));
        String third = shopper.buys(1_000, monday.plusSeconds(120));
        cairn.settle();
        assertThat(shopper.points().path("active").asLong()).isEqualTo(80);

        // When
        shopper.reports(returned(shopper.next(), member, third, monday.plusSeconds(180), "1", 1));
        cairn.settle();

        // Then
        assertThat(shopper.points().path("active").asLong()).isEqualTo(40);

        // When
        shopper.buys(1_000, monday.plusSeconds(240));
        cairn.settle();

        // Then
        assertThat(shopper.points().path("active").asLong()).isEqualTo(80);
        assertThat(shopper.entries())
                .filteredOn(e -> e.path("kind").asText().equals("reversed"))
                .extracting(e -> e.path("points").asLong())
                .containsExactlyInAnyOrder(-10L, -30L);
    }

    @Test
    void fourWeeksInARowPayTheirStepsAndEarnAFreeze() {
        // Given
        Instant monday = shopper.nextMonday();
        shopper.enrol("Europe/Berlin", "en");

        // When
        for (int week = 0; week < 4; week++) {
            Instant day = monday.plus(Duration.ofDays(7L * week));
            cairn.advance(day);
            shopper.buys(1_000, day);
        }
        cairn.settle();

        // Then
        JsonNode streak = shopper.goal("weekly-shopper");
        assertThat(streak.path("length").asLong()).isEqualTo(4);
        assertThat(streak.path("freezes").asLong()).isEqualTo(1);
        // 4 × 10, first repeat 20, third 30, two weeks 20, four weeks 50
        assertThat(shopper.points().path("active").asLong()).isEqualTo(160);
    }

    @Test
    void timeAloneMovesAMemberThroughTheSegments() {
        // Given
        Instant monday = shopper.nextMonday();
        shopper.enrol("Europe/Berlin", "en");
        assertThat(shopper.segments()).containsExactly("new");

        // When
        shopper.buys(1_000, monday);
        shopper.buys(1_000, monday.plusSeconds(60));
        cairn.settle();

        // Then
        assertThat(shopper.segments()).containsExactly("active");

        // When
        cairn.advance(monday.plus(Duration.ofDays(47)));

        // Then
        assertThat(shopper.segments()).containsExactly("at-risk");

        // When
        cairn.advance(monday.plus(Duration.ofDays(92)));

        // Then
        assertThat(shopper.segments()).containsExactly("lapsed");
    }

    @Test
    void spentPointsComeBackAsTheyWereWhenSupportCancels() {
        // Given
        Instant monday = shopper.nextMonday();
        shopper.enrol("Europe/Berlin", "de");
        shopper.reachable();
        shopper.buys(15_000, monday);
        cairn.settle();
        JsonNode before = shopper.points();

        // When
        JsonNode redemption = shopper.redeems("coffee", "first").expect(201).json();
        cairn.settle();

        // Then
        assertThat(redemption.path("balance").asLong()).isEqualTo(50);
        assertThat(shopper.redeems("coffee", "first").expect(200).json()).isEqualTo(redemption);
        assertThat(shopper.points().path("spent").asLong()).isEqualTo(100);
        assertThat(cairn.mailbox(member).mails())
                .anyMatch(mail -> cairn.mailbox(member).raw(mail).contains("100"));

        // When
        cairn.staff("support")
                .send(
                        LEDGER,
                        "POST",
                        "/v1/redemptions/" + redemption.path("id").asText() + "/cancel",
                        null,
                        Map.of("Idempotency-Key", "cancel-" + member))
                .expect(200);
        cairn.settle();

        // Then
        JsonNode after = shopper.points();
        assertThat(after.path("active")).isEqualTo(before.path("active"));
        assertThat(after.path("nextExpiries")).isEqualTo(before.path("nextExpiries"));
    }

    @Test
    void sameActivitiesSentTwiceChangeNothing() {
        // Given
        Instant monday = shopper.nextMonday();
        shopper.enrol("Europe/Berlin", "en");
        String order = shopper.next();
        String batch =
                Activity.batch(
                        purchase(order, member, monday, line("1", 3, 2_500)),
                        purchase(shopper.next(), member, monday.plusSeconds(60), 900),
                        returned(shopper.next(), member, order, monday.plusSeconds(90), "1", 1),
                        Activity.visit(shopper.next(), member, monday.plusSeconds(120)));
        JsonNode first = cairn.shop().post(RULES, "/v1/activities", batch).expect(202).json();
        cairn.settle();
        List<JsonNode> before = shopper.everything();

        // When
        JsonNode second = cairn.shop().post(RULES, "/v1/activities", batch).expect(202).json();
        cairn.settle();

        // Then
        assertThat(first.path("accepted").asLong()).isEqualTo(4);
        assertThat(second.path("accepted").asLong()).isZero();
        assertThat(second.path("duplicates").asLong()).isEqualTo(4);
        assertThat(shopper.everything()).isEqualTo(before);
    }
}
