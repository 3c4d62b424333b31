package dev.cairn.segment.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cairn.contracts.PointsEvent.PointsExpiring;
import dev.cairn.contracts.PointsEvent.PointsRedeemed;
import dev.cairn.contracts.Topics;
import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.event.Header;
import dev.cairn.kit.testing.TopicReader;
import dev.cairn.segment.SegmentTest;
import dev.cairn.segment.Shop;
import dev.cairn.segment.member.Member;
import dev.cairn.segment.member.MemberStore;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@SegmentTest
class PointsConsumerTest {
    @Inject Shop shop;
    @Inject CairnClock clock;
    @Inject Database database;
    @Inject MemberStore members;

    private final String member = Shop.newMember();

    @Test
    void theLastBalanceCountsAndPoisonLeavesItsNeighboursAlone() {
        shop.publish(
                List.of(
                        Shop.record(redeemed(70)),
                        Shop.record(redeemed(60), member, "[]".getBytes(StandardCharsets.UTF_8)),
                        Shop.record(redeemed(50)),
                        Shop.record(
                                new PointsExpiring(
                                        member, "points", 9, clock.instant(), clock.instant()))));

        await().atMost(Duration.ofSeconds(20)).until(() -> balance() == 50);

        assertThat(
                        TopicReader.read(
                                shop.bootstrap(),
                                Topics.deadLetters(Topics.POINTS, "segment"),
                                member,
                                1))
                .singleElement()
                .extracting(letter -> Header.read(letter.headers(), Header.ID))
                .isEqualTo(member);
    }

    @Test
    void onlyTheMainCurrencyCountsAndHouseholdsAreNoMembers() {
        var household = "hh-" + UUID.randomUUID();
        shop.publish(
                List.of(
                        Shop.record(redeemed(70)),
                        Shop.record(redeemed(member, "miles", 9)),
                        Shop.record(redeemed(household, "points", 500))));
        var witness = Shop.newMember();
        shop.publish(List.of(Shop.record(redeemed(witness, "points", 1))));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> balance() == 70 && balance(witness) == 1);

        assertThat(balance(household)).isEqualTo(-1);
        shop.publish(List.of(Shop.record(redeemed(60))));
        await().atMost(Duration.ofSeconds(20)).until(() -> balance() == 60);
    }

    private PointsRedeemed redeemed(long balance) {
        return redeemed(member, "points", balance);
    }

    private PointsRedeemed redeemed(String member, String currency, long balance) {
        return new PointsRedeemed(
                "p" + balance,
                member,
                currency,
                10,
                balance,
                "r",
                "coffee",
                "Coffee",
                clock.instant());
    }

    private long balance() {
        return balance(member);
    }

    private long balance(String member) {
        return database.read(tx -> members.find(tx, member, clock.instant(), 0))
                .map(Member::totals)
                .map(totals -> totals.pointsBalance())
                .orElse(-1L);
    }
}
