package dev.cairn.segment.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cairn.contracts.MessageEvent.FeedbackGiven;
import dev.cairn.contracts.MessageEvent.MessageClicked;
import dev.cairn.contracts.MessageEvent.MessageOpened;
import dev.cairn.contracts.MessageEvent.MessageSent;
import dev.cairn.contracts.Topics;
import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.event.Header;
import dev.cairn.kit.testing.TopicReader;
import dev.cairn.segment.SegmentTest;
import dev.cairn.segment.Shop;
import dev.cairn.segment.member.Member;
import dev.cairn.segment.member.MemberStore;
import dev.cairn.segment.member.Totals;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@SegmentTest
class MessageConsumerTest {
    @Inject Shop shop;
    @Inject CairnClock clock;
    @Inject Database database;
    @Inject MemberStore members;

    private final String member = Shop.newMember();

    @Test
    void theLatestMessageAndReactionCountAndPoisonLeavesItsNeighboursAlone() {
        Instant now = clock.instant();
        shop.publish(
                List.of(
                        Shop.record(new MessageSent("1", member, "welcome", "email", now)),
                        Shop.record(
                                new MessageSent("0", member, "t", "email", now.minusSeconds(9))),
                        Shop.record(
                                new MessageSent("2", member, "t", "email", now),
                                member,
                                "7".getBytes(StandardCharsets.UTF_8)),
                        Shop.record(new MessageOpened("1", member, "email", now.plusSeconds(60))),
                        Shop.record(
                                new MessageClicked(
                                        "1", member, "email", "shop", now.minusSeconds(1))),
                        Shop.record(new FeedbackGiven("1", member, 1, now.minusSeconds(2)))));

        await().atMost(Duration.ofSeconds(20))
                .until(() -> find().flatMap(Totals::lastReactionAt).isPresent());

        assertThat(find().orElseThrow().lastMessageAt()).contains(now);
        assertThat(find().orElseThrow().lastReactionAt()).contains(now.minusSeconds(1));
        assertThat(
                        TopicReader.read(
                                shop.bootstrap(),
                                Topics.deadLetters(Topics.MESSAGES, "segment"),
                                member,
                                1))
                .singleElement()
                .extracting(letter -> Header.read(letter.headers(), Header.ID))
                .isEqualTo(member);
    }

    private Optional<Totals> find() {
        return database.read(tx -> members.find(tx, member, clock.instant(), 0))
                .map(Member::totals);
    }
}
