package dev.cairn.ledger.hold;

import static dev.cairn.ledger.Awards.award;
import static dev.cairn.ledger.Awards.newMember;
import static dev.cairn.ledger.Calls.newKey;
import static dev.cairn.ledger.hold.HoldCalls.change;
import static dev.cairn.ledger.hold.HoldCalls.post;
import static dev.cairn.ledger.hold.HoldCalls.wish;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
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
    private Instant endsAt;
    private String hold;

    @BeforeEach
    void partOfALotIsReserved() {
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
        var wish = wish(member, points);
        wish.put("lapseAfter", "PT1H");
        return post("/v1/holds", "shop", newKey(), wish)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** What happened after the holds were placed, and whether when the lot ended. */
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
        var late = change(hold, "capture", Map.of("points", 60));

        Calls.refused(late, 409, "hold-lapsed");
        allHappenedInItsOrder();
    }

    @Test
    void soDoesTheNextHold() {
        var next = post("/v1/holds", "shop", newKey(), wish(member, 1));

        Calls.refused(next, 422, "insufficient-points");
        allHappenedInItsOrder();
    }
}
