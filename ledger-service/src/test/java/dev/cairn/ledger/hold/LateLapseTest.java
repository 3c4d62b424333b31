package dev.cairn.ledger.hold;

import static dev.cairn.ledger.Awards.award;
import static dev.cairn.ledger.Awards.newMember;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.testing.TestTokens;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.Calls;
import dev.cairn.ledger.LedgerTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A hold lapsed, then its lot ended, and only then did anybody look. */
@LedgerTest
class LateLapseTest {
    @Inject Awards awards;
    @Inject Database database;
    @Inject CairnClock clock;
    @Inject LapseHoldsSweep sweep;

    private final String member = newMember();
    private Instant lapsesAt;
    private Instant endsAt;
    private String hold;

    @BeforeEach
    void partOfALotIsReserved() {
        lapsesAt = clock.instant().plus(Duration.ofHours(1));
        endsAt = clock.instant().plus(Duration.ofHours(2));
        awards.publish(award(member, "base:1", 1, 100, null, endsAt));
        awards.awaitBalance(member, 100);
        hold = hold(60);
        hold(10);
        clock.set(endsAt.plus(Duration.ofHours(1)));
    }

    @AfterEach
    void theBooksHold() {
        Calls.theBooksHold();
    }

    private String hold(long points) {
        var wish =
                Map.of(
                        "member",
                        member,
                        "points",
                        points,
                        "reference",
                        "order 7",
                        "lapseAfter",
                        "PT1H");
        return Calls.post(TestTokens.pos("shop"), "/v1/holds", wish)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** What happened after the holds were placed: kind and hour. */
    private List<String> told() {
        return database.read(
                tx ->
                        tx.query(
                                """
                                SELECT kind, occurred_at
                                FROM posting
                                WHERE member_id = ? AND version > 3
                                ORDER BY version
                                """,
                                row ->
                                        row.text("kind")
                                                + (row.instant("occurred_at").equals(endsAt)
                                                        ? " at the end of the lot"
                                                        : ""),
                                member));
    }

    private void allHappenedInItsOrder() {
        assertThat(told())
                .containsExactly("HOLD_RELEASED", "HOLD_RELEASED", "EXPIRED at the end of the lot");
    }

    @Test
    void theSweepPostsInTheOrderInWhichThingsHappened() {
        sweep.run(clock.instant());

        allHappenedInItsOrder();
    }

    @Test
    void soDoesALateCapture() {
        var path = "/v1/holds/" + hold + "/capture";
        var late = Calls.post(TestTokens.pos("shop"), path, Map.of("points", 60));

        Calls.refused(late, 409, "hold-lapsed");
        allHappenedInItsOrder();
    }

    @Test
    void soDoesTheNextHold() {
        var wish = Map.of("member", member, "points", 1, "reference", "order 8");

        var next = Calls.post(TestTokens.pos("shop"), "/v1/holds", wish);

        Calls.refused(next, 422, "insufficient-points");
        allHappenedInItsOrder();
    }
}
