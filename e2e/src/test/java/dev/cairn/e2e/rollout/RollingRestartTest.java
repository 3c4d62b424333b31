package dev.cairn.e2e.rollout;

import static dev.cairn.devstack.Component.LEDGER;
import static dev.cairn.devstack.Component.SEGMENT;
import static dev.cairn.e2e.platform.Activity.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.devstack.Component;
import dev.cairn.devstack.client.Json;
import dev.cairn.e2e.platform.Cairn;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RollingRestartTest {

    private static final int WEALTH = 100_000;

    private final Cairn cairn = Cairn.shared();
    private final String buyer = cairn.freshMember();
    private final String owner = cairn.freshMember();

    /** Each call is sent once only: whatever is not served at the first attempt is counted. */
    @Test
    void everyServiceIsReplacedUnderLoadAndNobodyNotices() {
        // Given
        Instant now = cairn.now();
        enrol(buyer);
        enrol(owner);
        cairn.shop()
                .post(
                        Component.RULES,
                        "/v1/activities",
                        purchase(owner + "-first", owner, now, WEALTH * 100L).json())
                .expect(202);
        cairn.settle();
        long wealth = points(owner, "/active");
        Map<String, Long> deadBefore = cairn.broker().deadLetters();

        // When
        Load load = Load.begin(cairn, buyer, owner, now);
        try (load) {
            load.serveSome();
            Component.SERVICES.forEach(
                    service -> cairn.devstack().replace(service, () -> load.moved(service)));
            load.serveSome();
        }
        cairn.settle();

        // Then
        System.out.printf(
                "rollout: services=%d served=%d unserved=%d purchases=%d redemptions=%d%n",
                Component.SERVICES.size(),
                load.served(),
                load.unserved().size(),
                load.purchases(),
                load.redemptions());
        assertThat(load.unserved()).isEmpty();
        assertThat(points(buyer, "/earned/base")).isEqualTo((long) load.purchases() * Load.POINTS);
        assertThat(points(owner, "/spent"))
                .isEqualTo((long) load.redemptions() * Load.REWARD_PRICE);
        assertThat(points(owner, "/active"))
                .isEqualTo(wealth - (long) load.redemptions() * Load.REWARD_PRICE);
        assertThat(facts(buyer).path("purchases").asInt()).isEqualTo(load.purchases());
        assertThat(cairn.broker().deadLetters()).isEqualTo(deadBefore);
        JsonNode proof = cairn.staff("auditor").get(LEDGER, "/v1/proof").expect(200).json();
        assertThat(proof.path("holds").asBoolean()).as(proof.toPrettyString()).isTrue();
    }

    private void enrol(String member) {
        cairn.shop()
                .put(
                        SEGMENT,
                        "/v1/members/" + member,
                        Json.text(Map.of("zone", "Europe/London", "locale", "en")))
                .expect(201);
        cairn.settle();
    }

    private long points(String member, String figure) {
        return cairn.api()
                .asStaff("auditor", LEDGER, "/v1/members/" + member + "/points")
                .at(figure)
                .asLong();
    }

    private JsonNode facts(String member) {
        return cairn.api()
                .asStaff("auditor", SEGMENT, "/v1/members/" + member + "/segments")
                .path("facts");
    }
}
