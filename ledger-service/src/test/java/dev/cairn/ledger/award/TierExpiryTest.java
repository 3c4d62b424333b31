package dev.cairn.ledger.award;

import static dev.cairn.ledger.Awards.EARNED;
import static dev.cairn.ledger.Awards.award;
import static dev.cairn.ledger.Awards.newMember;
import static dev.cairn.ledger.Calls.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cairn.contracts.RewardEvent.TierChanged;
import dev.cairn.kit.testing.TestTokens;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.LedgerTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In this currency points live for a month, those of gold members for three. */
@LedgerTest
class TierExpiryTest {
    @Inject Awards awards;

    private final String member = newMember();

    private void earn(String awardId, long revision, long points, Instant activeFrom) {
        awards.publish(award("amber", member, awardId, revision, points, activeFrom, null));
    }

    private void rise(String tier) {
        awards.publish(List.of(Awards.record(new TierChanged(member, "none", tier, true, EARNED))));
        awards.publish(award(member, "base:" + tier, 1, 1));
        awards.awaitBalance(member, 1);
    }

    private void awaitLastDays(String... newestFirst) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                assertThat(
                                                get(
                                                                TestTokens.member(member),
                                                                "/v1/me/points/lots?currency=amber")
                                                        .jsonPath()
                                                        .getList("items.lastDay", String.class))
                                        .containsExactlyInAnyOrder(newestFirst));
    }

    @Test
    void theMembersTierDecidesHowLongNewPointsLive() {
        earn("base:before", 1, 10, null);
        awaitLastDays("2026-03-28");

        rise("gold");
        earn("base:after", 1, 10, null);

        awaitLastDays("2026-03-28", "2026-05-28");
    }

    @Test
    void whatIsKnownKeepsItsLastDayUnlessItsDatesAreRevised() {
        earn("base:1", 1, 10, null);
        earn("base:2", 1, 10, null);
        awaitLastDays("2026-03-28", "2026-03-28");

        rise("gold");
        earn("base:1", 2, 20, null);
        earn("base:2", 2, 10, EARNED.plus(Duration.ofDays(1)));

        awaitLastDays("2026-03-28", "2026-06-01");
    }

    @Test
    void aTierWithoutAPeriodOfItsOwnHasTheUsualOne() {
        rise("silver");
        earn("base:1", 1, 10, null);

        awaitLastDays("2026-03-28");
    }
}
