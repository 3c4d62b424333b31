package dev.cairn.segment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.cairn.contracts.SegmentEvent;
import dev.cairn.contracts.SegmentEvent.SegmentEntered;
import dev.cairn.contracts.SegmentEvent.SegmentExited;
import dev.cairn.kit.clock.CairnClock;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From an activity or a passing day to a move on the topic. */
@SegmentTest
class FlowTest {
    private static final Duration DAY = Duration.ofDays(1);

    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Inject Shop shop;
    @Inject CairnClock clock;

    private final String member = Shop.newMember();

    @Test
    void aPurchaseMovesTheMemberAtOnce() {
        shop.enrol(member, clock.instant().minus(DAY));
        shop.publish(Shop.purchase(member, member + "-1", clock.instant(), 500));

        assertThat(texts(shop.moves(member, 2))).containsExactly("+new member", "+active activity");
    }

    @Test
    void theSecondPurchaseEndsBeingNew() {
        shop.enrol(member, clock.instant().minus(DAY));
        shop.publish(
                Shop.purchase(member, member + "-1", clock.instant(), 500),
                Shop.purchase(member, member + "-2", clock.instant(), 500));

        assertThat(texts(shop.moves(member, 3)))
                .containsExactlyInAnyOrder("+new member", "+active activity", "-new activity");
    }

    @Test
    void timeAloneMovesTheMemberAtTheInstantAtWhichItFellDue() {
        var bought = clock.instant().minus(Duration.ofMinutes(1));
        shop.enrol(member, bought);
        shop.publish(Shop.purchase(member, member + "-1", bought, 500));
        shop.moves(member, 2);

        setClock(bought.plus(Duration.ofDays(91)));

        var moves = shop.moves(member, 7);
        assertThat(texts(moves))
                .containsExactly(
                        "+new member",
                        "+active activity",
                        "-new time",
                        "-active time",
                        "+at-risk time",
                        "-at-risk time",
                        "+lapsed time");
        assertThat(moves.subList(2, 7))
                .extracting(SegmentEvent::occurredAt)
                .containsExactly(
                        bought.plus(Duration.ofDays(30)),
                        bought.plus(Duration.ofDays(45)),
                        bought.plus(Duration.ofDays(45)),
                        bought.plus(Duration.ofDays(90)),
                        bought.plus(Duration.ofDays(90)));
    }

    private void setClock(Instant now) {
        given().contentType("application/json")
                .body("{\"now\":\"" + now + "\"}")
                .put(management.resolve("/clock"))
                .then()
                .statusCode(200)
                .body("now", equalTo(now.toString()));
    }

    private static List<String> texts(List<SegmentEvent> moves) {
        return moves.stream()
                .map(
                        move ->
                                switch (move) {
                                    case SegmentEntered e -> "+" + e.segment() + " " + e.cause();
                                    case SegmentExited e -> "-" + e.segment() + " " + e.cause();
                                })
                .toList();
    }
}
