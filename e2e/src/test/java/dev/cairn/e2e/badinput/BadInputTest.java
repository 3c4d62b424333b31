package dev.cairn.e2e.badinput;

import static dev.cairn.devstack.Component.RULES;
import static dev.cairn.e2e.platform.Activity.line;
import static dev.cairn.e2e.platform.Activity.purchase;
import static dev.cairn.e2e.platform.Activity.returned;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.e2e.platform.Activity;
import dev.cairn.e2e.platform.Cairn;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a shop reports and nobody can follow. */
class BadInputTest {
    private static final long ABSURD = 1_000_000_000_001L;

    private final Cairn cairn = Cairn.shared();
    private final Newcomer newcomer = new Newcomer(cairn);
    private final String member = newcomer.member();
    private final Instant now = cairn.now();

    @BeforeEach
    void memberExists() {
        newcomer.enrols();
    }

    /** Whatever was refused left no trace; what was accepted is there. */
    @AfterEach
    void onlyWhatWasAcceptedCounts() {
        newcomer.hasWhatWasAccepted();
    }

    @Test
    void malformedJsonIsRefusedWithItsPlace() {
        JsonNode problem =
                newcomer.posts("{\"id\":\"x\",\n \"member\":").refusal(400, "malformed-json");

        assertThat(problem.path("detail").asText()).contains("line 2");
    }

    @Test
    void unknownFieldIsNamed() {
        JsonNode problem =
                newcomer.posts(newcomer.order("a").with("memberr", "x").json())
                        .refusal(400, "unknown-field");

        assertThat(problem.path("field").asText()).isEqualTo("memberr");
        assertThat(problem.path("detail").asText()).contains("memberr");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, ABSURD, Long.MAX_VALUE})
    void negativeAndAbsurdPricesAreRefused(long price) {
        JsonNode problem =
                newcomer.posts(purchase(newcomer.id("price"), member, now, price).json())
                        .refusal(400, "invalid-request");

        assertThat(problem.toString()).contains("unitPrice");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1})
    void quantityBelowOneIsRefused(long quantity) {
        JsonNode problem =
                newcomer.posts(
                                purchase(
                                                newcomer.id("quantity"),
                                                member,
                                                now,
                                                line("1", quantity, 100))
                                        .json())
                        .refusal(400, "invalid-request");

        assertThat(problem.toString()).contains("quantity");
    }

    @Test
    void orderWhoseSumIsAbsurdIsRefused() {
        newcomer.posts(
                        purchase(newcomer.id("sum"), member, now, line("1", 1_000_000, 1_000_001))
                                .json())
                .refusal(400, "invalid-request");
    }

    @Test
    void unknownCurrencyIsRefused() {
        JsonNode problem =
                newcomer.posts(newcomer.order("currency").with("currency", "XTS").json())
                        .refusal(422, "unknown-currency");

        assertThat(problem.path("detail").asText()).contains("EUR", "GBP", "USD");
    }

    @Test
    void timeFarInTheFutureIsRefused() {
        Instant tomorrow = now.plus(Duration.ofDays(1));

        newcomer.posts(purchase(newcomer.id("future"), member, tomorrow, 100).json())
                .refusal(422, "event-time-in-future");
    }

    @Test
    void timeBeforeTheProgrammeIsRefused() {
        Instant longAgo = Instant.parse("1969-07-20T20:17:40Z");

        newcomer.posts(purchase(newcomer.id("past"), member, longAgo, 100).json())
                .refusal(422, "event-time-before-programme");
    }

    @Test
    void idThatWasUsedWithOtherContentIsAConflict() {
        newcomer.accepted(purchase(newcomer.id("reused"), member, now, 100));

        newcomer.posts(purchase(newcomer.id("reused"), member, now, 200).json())
                .refusal(409, "activity-id-reused");
    }

    @Test
    void returnOfMoreThanWasBoughtIsRefusedWithWhatIsLeft() {
        // Given
        newcomer.accepted(purchase(newcomer.id("bought"), member, now, line("1", 3, 100)));
        cairn.settle();
        newcomer.posts(
                        returned(newcomer.id("r1"), member, newcomer.id("bought"), now, "1", 2)
                                .json())
                .expect(202);
        cairn.settle();

        // When
        JsonNode problem =
                newcomer.posts(
                                returned(
                                                newcomer.id("r2"),
                                                member,
                                                newcomer.id("bought"),
                                                now,
                                                "1",
                                                2)
                                        .json())
                        .refusal(422, "return-exceeds-purchase");

        // Then
        assertThat(problem.path("detail").asText()).contains("1 pieces left");
        assertThat(problem.path("left").path("1").asLong()).isEqualTo(1);
    }

    @Test
    void oneBadItemOfABatchIsNamedByIndexAndTheOthersAreAccepted() {
        // When
        JsonNode answer =
                newcomer.posts(
                                Activity.batch(
                                        purchase(newcomer.id("b0"), member, now, 100),
                                        purchase(newcomer.id("b1"), member, now, -5),
                                        purchase(newcomer.id("b2"), member, now, 100)))
                        .expect(202)
                        .json();
        newcomer.expects(2);

        // Then
        assertThat(answer.path("accepted").asLong()).isEqualTo(2);
        assertThat(answer.path("rejected").asLong()).isEqualTo(1);
        assertThat(answer.path("items")).hasSize(1);
        JsonNode item = answer.path("items").path(0);
        assertThat(item.path("index").asInt()).isEqualTo(1);
        assertThat(item.path("id").asText()).isEqualTo(newcomer.id("b1"));
        assertThat(item.path("problem").path("type").asText()).endsWith("/invalid-request");
    }

    @Test
    void unknownFieldInOneItemOfABatchLeavesTheOthersAlone() {
        // When
        JsonNode answer =
                newcomer.posts(
                                Activity.batch(
                                        purchase(newcomer.id("u0"), member, now, 100),
                                        newcomer.order("u1").with("colour", "red")))
                        .expect(202)
                        .json();
        newcomer.expects(1);

        // Then
        assertThat(answer.path("accepted").asLong()).isEqualTo(1);
        assertThat(answer.path("items").path(0).path("index").asInt()).isEqualTo(1);
        assertThat(answer.path("items").path(0).path("problem").path("type").asText())
                .endsWith("/unknown-field");
    }

    @Test
    void batchOfOnlyBadItemsIsRefusedAsAWhole() {
        JsonNode answer =
                newcomer.posts(Activity.batch(purchase(newcomer.id("n0"), member, now, -5)))
                        .expect(422)
                        .json();

        assertThat(answer.path("rejected").asLong()).isEqualTo(1);
        assertThat(answer.path("items").path(0).path("index").asInt()).isZero();
    }

    @Test
    void withoutATokenNothingIsAnswered() {
        cairn.nobody()
                .post(RULES, "/v1/activities", newcomer.order("token").json())
                .refusal(401, "unauthenticated");
    }

    @Test
    void otherMediaTypesAreRefused() {
        cairn.shop()
                .send(
                        RULES,
                        "POST",
                        "/v1/activities",
                        "<order/>",
                        Map.of("Content-Type", "application/xml"))
                .refusal(415, "unsupported-media-type");
    }
}
