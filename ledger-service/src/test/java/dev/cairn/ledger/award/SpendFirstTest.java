package dev.cairn.ledger.award;

import static dev.cairn.ledger.Awards.newMember;
import static dev.cairn.ledger.Calls.get;
import static dev.cairn.ledger.Calls.post;
import static org.hamcrest.Matchers.equalTo;

import dev.cairn.contracts.RewardEvent.AwardCategory;
import dev.cairn.contracts.RewardEvent.AwardSet;
import dev.cairn.kit.testing.TestTokens;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.LedgerTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@LedgerTest
class SpendFirstTest {
    @Inject Awards awards;

    private final String member = newMember();

    private AwardSet coins(String id, AwardCategory category, Instant expiresAt) {
        return new AwardSet(
                id,
                1,
                member,
                "coins",
                50,
                category,
                Awards.EARNED,
                null,
                expiresAt,
                null,
                "rule",
                "1",
                null,
                "For your order.");
    }

    @Test
    void theKindsThatTheCurrencyNamesAreSpentFirst() {
        var soon = Awards.EARNED.plus(Duration.ofDays(9999));
        awards.publish(
                coins("base:1", AwardCategory.BASE, soon),
                coins("goal:1", AwardCategory.MILESTONE, null));
        var token = TestTokens.member(member);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> get(token, "/v1/me/points?currency=coins").path("active").equals(100));

        var taken =
                Map.of("member", member, "currency", "coins", "points", -60, "reason", "goodwill");
        post(TestTokens.staff("support"), "/v1/adjustments", taken).then().statusCode(201);

        get(token, "/v1/me/points/lots?currency=coins")
                .then()
                .body("items.find { it.award == 'goal:1' }.remaining", equalTo(0))
                .body("items.find { it.award == 'goal:1' }.priority", equalTo(-1))
                .body("items.find { it.award == 'base:1' }.remaining", equalTo(40));
    }
}
