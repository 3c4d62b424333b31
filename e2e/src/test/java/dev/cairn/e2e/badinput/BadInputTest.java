package dev.cairn.e2e.badinput;

import static dev.cairn.devstack.Component.LEDGER;
import static dev.cairn.devstack.Component.RULES;
import static dev.cairn.e2e.platform.Activity.line;
import static dev.cairn.e2e.platform.Activity.purchase;
import static dev.cairn.e2e.platform.Activity.returned;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.devstack.client.Json;
import dev.cairn.e2e.platform.Activity;
import dev.cairn.e2e.platform.Cairn;
import dev.cairn.e2e.platform.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputTest {

    private static final long ABSURD = 1_000_000_000_001L;

    private final Cairn cairn = Cairn.shared();
    private final String member = cairn.freshMember();
    private final Instant now = cairn.now();
    private long expectedOrders;

    @BeforeEach
    void memberExists() {
        cairn.api().enrol(member, Map.of("zone", "Europe/London", "locale", "en"));
    }

    /** Whatever was refused left no trace; what was accepted is there. */
    @AfterEach
    void onlyWhatWasAcceptedCounts() {
        cairn.settle();
        JsonNode progress = cairn.member(member).get(RULES, "/v1/me/progress").expect(200).json();
        assertThat(progress.path("orders").path("accepted").asLong()).isEqualTo(expectedOrders);
    }

    @Test
    void malformedJsonIsRefusedWithItsPlace() {
        JsonNode problem = posts("{\"id\":\"x\",\n \"member\":").refusal(400, "malformed-json");

        assertThat(problem.path("detail").asText()).contains("line 2");
    }

    @Test
    void unknownFieldIsNamed() {
        JsonNode problem =
                posts(order("a").with("memberr", "x").json()).refusal(400, "unknown-field");

        assertThat(problem.path("field").asText()).isEqualTo("memberr");
        assertThat(problem.path("detail").asText()).contains("memberr");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, ABSURD, Long.MAX_VALUE})
    void negativeAndAbsurdPricesAreRefused(long price) {
        JsonNode problem =
                posts(purchase(id("price"), member, now, price).json())
                        .refusal(400, "invalid-request");

        assertThat(problem.toString()).contains("unitPrice");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1})
    void quantityBelowOneIsRefused(long quantity) {
        JsonNode problem =
                posts(purchase(id("quantity"), member, now, line("1", quantity, 100)).json())
                        .refusal(400, "invalid-request");

        assertThat(problem.toString()).contains("quantity");
    }

    @Test
    void orderWhoseSumIsAbsurdIsRefused() {
        posts(purchase(id("sum"), member, now, line("1", 1_000_000, 1_000_001)).json())
                .refusal(400, "invalid-request");
    }

    @Test
    void unknownCurrencyIsRefused() {
        JsonNode problem =
                posts(order("currency").with("currency", "XTS").json())
                        .refusal(422, "unknown-currency");

        assertThat(problem.path("detail").asText()).contains("EUR", "GBP", "USD");
    }

    @Test
    void timeFarInTheFutureIsRefused() {
        Instant tomorrow = now.plus(Duration.ofDays(1));

        posts(purchase(id("future"), member, tomorrow, 100).json())
                .refusal(422, "event-time-in-future");
    }

    @Test
    void timeBeforeTheProgrammeIsRefused() {
        Instant longAgo = Instant.parse("1969-07-20T20:17:40Z");

        posts(purchase(id("past"), member, longAgo, 100).json())
                .refusal(422, "event-time-before-programme");
    }

    @Test
    void idThatWasUsedWithOtherContentIsAConflict() {
        accepted(purchase(id("reused"), member, now, 100));

        posts(purchase(id("reused"), member, now, 200).json()).refusal(409, "activity-id-reused");
    }

    @Test
    void returnOfMoreThanWasBoughtIsRefusedWithWhatIsLeft() {
        // Given
        accepted(purchase(id("bought"), member, now, line("1", 3, 100)));
        cairn.settle();
        posts(returned(id("r1"), member, id("bought"), now, "1", 2).json()).expect(202);
        cairn.settle();

        // When
        JsonNode problem =
                posts(returned(id("r2"), member, id("bought"), now, "1", 2).json())
                        .refusal(422, "return-exceeds-purchase");

        // Then
        assertThat(problem.path("detail").asText()).contains("1 pieces left");
        assertThat(problem.path("left").path("1").asLong()).isEqualTo(1);
    }

    @Test
    void oneBadItemOfABatchIsNamedByIndexAndTheOthersAreAccepted() {
        // When
        JsonNode answer =
                posts(
                                Activity.batch(
                                        purchase(id("b0"), member, now, 100),
                                        purchase(id("b1"), member, now, -5),
                                        purchase(id("b2"), member, now, 100)))
                        .expect(202)
                        .json();
        expectedOrders = 2;

        // Then
        assertThat(answer.path("accepted").asLong()).isEqualTo(2);
        assertThat(answer.path("rejected").asLong()).isEqualTo(1);
        assertThat(answer.path("items")).hasSize(1);
        JsonNode item = answer.path("items").path(0);
        assertThat(item.path("index").asInt()).isEqualTo(1);
        assertThat(item.path("id").asText()).isEqualTo(id("b1"));
        assertThat(item.path("problem").path("type").asText()).endsWith("/invalid-request");
    }

    @Test
    void unknownFieldInOneItemOfABatchLeavesTheOthersAlone() {
        // When
        JsonNode answer =
                posts(
                                Activity.batch(
                                        purchase(id("u0"), member, now, 100),
                                        order("u1").with("colour", "red")))
                        .expect(202)
                        .json();
        expectedOrders = 1;

        // Then
        assertThat(answer.path("accepted").asLong()).isEqualTo(1);
        assertThat(answer.path("items").path(0).path("index").asInt()).isEqualTo(1);
        assertThat(answer.path("items").path(0).path("problem").path("type").asText())
                .endsWith("/unknown-field");
    }

    @Test
    void batchOfOnlyBadItemsIsRefusedAsAWhole() {
        JsonNode answer =
                posts(Activity.batch(purchase(id("n0"), member, now, -5))).expect(422).json();

        assertThat(answer.path("rejected").asLong()).isEqualTo(1);
        assertThat(answer.path("items").path(0).path("index").asInt()).isZero();
    }

    @Test
    void withoutATokenNothingIsAnswered() {
        cairn.nobody()
                .post(RULES, "/v1/activities", order("token").json())
                .refusal(401, "unauthenticated");
    }

    @Test
    void foreignMembersIdIsRefused() {
        String other = cairn.freshMember();

        cairn.member(member)
                .get(LEDGER, "/v1/members/" + other + "/points")
                .refusal(403, "forbidden");
        cairn.staff("auditor")
                .get(LEDGER, "/v1/members/no member/points".replace(" ", "%20"))
                .refusal(404, "not-found");
    }

    @Test
    void rewardThatIsSoldOutIsAConflict() {
        // Given
        accepted(purchase(id("rich"), member, now, 5_000));
        cairn.settle();
        reward("e2e-sold-out", 10, 1);
        redeems("e2e-sold-out", "the last one").expect(400);
        redeems("e2e-sold-out", "the-last-one").expect(201);

        // When
        Reply reply = redeems("e2e-sold-out", "one-more");

        // Then
        reply.refusal(409, "reward-sold-out");
        assertThat(balance()).isEqualTo(40);
    }

    @Test
    void balanceThatDoesNotSufficeIsRefusedWithWhatIsMissing() {
        // Given
        accepted(purchase(id("poor"), member, now, 2_000));
        cairn.settle();
        reward("e2e-dear", 70, 5);

        // When
        JsonNode problem = redeems("e2e-dear", "too-dear").refusal(422, "insufficient-points");

        // Then
        assertThat(problem.path("required").asLong()).isEqualTo(70);
        assertThat(problem.path("available").asLong()).isEqualTo(20);
        assertThat(problem.path("missing").asLong()).isEqualTo(50);
        assertThat(balance()).isEqualTo(20);
    }

    @Test
    void rewardThatDoesNotExistIsNotFound() {
        redeems("unicorn", "no-unicorn").refusal(404, "reward-unknown");
    }

    @Test
    void redemptionWithoutAnIdempotencyKeyIsRefused() {
        cairn.member(member)
                .post(LEDGER, "/v1/me/redemptions", Json.text(Map.of("reward", "coffee")))
                .refusal(400, "idempotency-key-missing");
    }

    @Test
    void idempotencyKeyThatWasUsedForSomethingElseIsAConflict() {
        // Given
        redeems("unicorn", "used").refusal(404, "reward-unknown");

        // Then
        redeems("coffee", "used").refusal(409, "idempotency-key-reused");
        redeems("unicorn", "used").refusal(404, "reward-unknown");
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

    private Activity order(String name) {
        return purchase(id(name), member, now, 100);
    }

    private String id(String name) {
        return member + "-" + name;
    }

    private void accepted(Activity activity) {
        posts(activity.json()).expect(202);
        expectedOrders++;
    }

    private Reply posts(String body) {
        return cairn.shop().post(RULES, "/v1/activities", body);
    }

    private void reward(String id, long price, long stock) {
        Map<String, Object> reward =
                Map.of(
                        "title",
                        Map.of("en", id, "de", id),
                        "price",
                        price,
                        "stock",
                        stock,
                        "active",
                        true);
        int status =
                cairn.staff("manager").put(LEDGER, "/v1/rewards/" + id, Json.text(reward)).status();
        assertThat(status).isIn(200, 201);
    }

    private Reply redeems(String reward, String key) {
        return cairn.member(member)
                .send(
                        LEDGER,
                        "POST",
                        "/v1/me/redemptions",
                        Json.text(Map.of("reward", reward)),
                        Map.of("Idempotency-Key", key));
    }

    private long balance() {
        return cairn.member(member)
                .get(LEDGER, "/v1/me/points")
                .expect(200)
                .json()
                .path("balance")
                .asLong();
    }
}
