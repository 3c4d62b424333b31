package dev.cairn.ledger.conversion;

import static dev.cairn.ledger.Awards.award;
import static dev.cairn.ledger.Awards.newMember;
import static dev.cairn.ledger.Calls.newKey;
import static dev.cairn.ledger.Calls.points;
import static dev.cairn.ledger.Calls.post;
import static dev.cairn.ledger.Calls.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.testing.TestTokens;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.Calls;
import dev.cairn.ledger.LedgerTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@LedgerTest
class ConversionResourceTest {
    @Inject Awards awards;
    @Inject Database database;
    @Inject CairnClock clock;

    private final String member = newMember();

    private record MileLot(long points, Instant earnedAt, Instant expiresAt) {}

    @AfterEach
    void theBooksHold() {
        Calls.theBooksHold();
    }

    private Response convert(String from, String to, long points, String key) {
        var wish = Map.of("from", from, "to", to, "points", points);
        return post(TestTokens.member(member), "/v1/me/conversions", wish, key);
    }

    private List<MileLot> miles() {
        return database.read(
                tx ->
                        tx.query(
                                """
                                SELECT remaining, earned_at, expires_at
                                FROM lot
                                WHERE member_id = ? AND currency = 'miles'
                                ORDER BY expires_at, id
                                """,
                                row ->
                                        new MileLot(
                                                row.longValue("remaining"),
                                                row.instant("earned_at"),
                                                row.instantOrNull("expires_at")),
                                member));
    }

    @Test
    void pointsBecomeMilesAtTheRateInForceAndTheRestStays() {
        awards.grant(member, 100);
        var key = newKey();

        convert("points", "miles", 100, key)
                .then()
                .statusCode(201)
                .body("taken", equalTo(99))
                .body("given", equalTo(66))
                .body("rate.version", equalTo("2026"))
                .body("balance", equalTo(1));
        convert("points", "miles", 100, key).then().statusCode(200).body("given", equalTo(66));

        points(member).body("active", equalTo(1));
        assertThat(miles()).extracting(MileLot::points).containsExactly(66L);
        assertThat(miles().getFirst().earnedAt()).isEqualTo(Awards.EARNED);
        assertThat(miles().getFirst().expiresAt()).isAfter(clock.instant());
    }

    /** The way into another currency and back makes no points younger. */
    @Test
    void aLotThatRunsOutSoonerKeepsItsDay() {
        var soon = clock.instant().plus(Duration.ofDays(10));
        awards.publish(award(member, "base:1", 1, 50, null, soon), award(member, "base:2", 1, 50));
        awards.awaitBalance(member, 100);

        convert("points", "miles", 100, newKey()).then().statusCode(201);

        assertThat(miles()).extracting(MileLot::points).containsExactly(33L, 33L);
        assertThat(miles().getFirst().expiresAt()).isEqualTo(soon);
        assertThat(miles().getLast().expiresAt()).isAfter(soon);
    }

    @Test
    void whatCannotBeConvertedIsRefusedWithItsNumbers() {
        awards.grant(member, 10);

        refused(convert("points", "miles", 1, newKey()), 422, "conversion-not-offered")
                .body("least", equalTo(2))
                .body("most", nullValue());
        refused(convert("points", "miles", 30, newKey()), 422, "insufficient-points")
                .body("required", equalTo(30))
                .body("missing", equalTo(20));
        refused(convert("miles", "points", 5, newKey()), 422, "conversion-not-offered");
        refused(convert("points", "points", 5, newKey()), 422, "conversion-not-offered");
        refused(convert("miles", "coins", 5, newKey()), 422, "conversion-not-offered")
                .body("from", equalTo("miles"));
        refused(convert("points", "shells", 5, newKey()), 422, "currency-unknown");
        refused(convert("points", "miles", 0, newKey()), 400, "invalid-request");
        assertThat(convert("points", "miles", -3, newKey()).statusCode()).isEqualTo(400);
    }

    @Test
    void aFrozenMemberConvertsNothing() {
        awards.grant(member, 100);
        Calls.freeze(member);

        refused(convert("points", "miles", 90, newKey()), 409, "account-frozen");
        points(member).body("active", equalTo(100));
    }
}
