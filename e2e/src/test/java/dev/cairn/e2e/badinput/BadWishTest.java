package dev.cairn.e2e.badinput;

import static dev.cairn.devstack.Component.LEDGER;
import static dev.cairn.e2e.platform.Activity.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.devstack.client.Json;
import dev.cairn.e2e.platform.Cairn;
import dev.cairn.e2e.platform.Reply;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a member wishes and cannot have. */
class BadWishTest {
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
        newcomer.accepted(purchase(newcomer.id("rich"), member, now, 5_000));
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
        newcomer.accepted(purchase(newcomer.id("poor"), member, now, 2_000));
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
