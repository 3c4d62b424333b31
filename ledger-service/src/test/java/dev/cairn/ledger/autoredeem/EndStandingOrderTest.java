package dev.cairn.ledger.autoredeem;

import static dev.cairn.ledger.Awards.newMember;
import static dev.cairn.ledger.Calls.points;
import static dev.cairn.ledger.Shop.newReward;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.cairn.contracts.EventType;
import dev.cairn.contracts.MemberEvent;
import dev.cairn.contracts.MemberEvent.MemberErased;
import dev.cairn.contracts.MemberEvent.MemberMerged;
import dev.cairn.contracts.Topics;
import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.event.EventCodec;
import dev.cairn.kit.event.EventPublisher;
import dev.cairn.kit.event.Header;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.Calls;
import dev.cairn.ledger.LedgerTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Standing orders go when their members do. */
@LedgerTest
class EndStandingOrderTest {
    @Inject Awards awards;
    @Inject CairnClock clock;
    @Inject EventPublisher publisher;
    @Inject AutoRedeemSweep sweep;

    private final String member = newMember();

    @AfterEach
    void theBooksHold() {
        Calls.theBooksHold();
    }

    private void tell(MemberEvent event) {
        var record =
                new ProducerRecord<>(Topics.MEMBERS, event.memberId(), EventCodec.encode(event));
        Header.write(record.headers(), Header.ID, UUID.randomUUID().toString());
        Header.write(record.headers(), Header.SOURCE, "/test");
        Header.write(record.headers(), Header.TYPE, EventType.of(event).typeName());
        publisher.publish(List.of(record));
    }

    private void order(String whose, long reserve) {
        var terms = "'price':90,'autoRedeem':{'threshold':200}";
        Orders.on(whose, newReward(terms), reserve);
    }

    @Test
    void anErasedMemberLeavesNone() {
        order(member, 0);
        awards.grant(member, 100);

        tell(new MemberErased(member, clock.instant()));

        awards.awaitBalance(member, 0);
        Orders.of(member).body("status", equalTo("off"));
    }

    @Test
    void aMergedMembersOrderEndsAndTheOtherOnesGoesOn() {
        var kept = newMember();
        order(member, 0);
        order(kept, 150);
        awards.grant(member, 180);
        awards.grant(kept, 100);

        tell(new MemberMerged(member, kept, clock.instant()));
        awards.awaitBalance(kept, 280);
        sweep.run(clock.instant());

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> Orders.of(member).body("status", equalTo("off")));
        points(kept).body("active", equalTo(190));
        assertThat(Orders.taken(kept)).hasSize(1);
        assertThat(Orders.taken(member)).isEmpty();
    }
}
