package dev.cairn.ledger.expiry;

import static dev.cairn.ledger.Awards.award;
import static dev.cairn.ledger.Awards.newMember;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.cairn.contracts.EventType;
import dev.cairn.contracts.PointsEvent.PointsExpired;
import dev.cairn.contracts.PointsEvent.PointsExpiring;
import dev.cairn.contracts.Topics;
import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.event.EventCodec;
import dev.cairn.kit.event.Header;
import dev.cairn.kit.testing.TestTokens;
import dev.cairn.kit.testing.TopicReader;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.Calls;
import dev.cairn.ledger.LedgerTest;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@LedgerTest
class SweepsTest {
    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Inject Awards awards;
    @Inject CairnClock clock;
    @Inject Database database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrap;

    private final String member = newMember();

    private Instant inDays(long days) {
        return clock.instant().truncatedTo(ChronoUnit.MICROS).plus(Duration.ofDays(days));
    }

    private List<String> told(int number) {
        return TopicReader.read(bootstrap, Topics.POINTS, member, number).stream()
                .map(record -> Header.read(record.headers(), Header.TYPE))
                .toList();
    }

    private PointsExpiring lastTold(int number) throws IOException {
        var told = TopicReader.read(bootstrap, Topics.POINTS, member, number).getLast();
        return (PointsExpiring) EventCodec.decode(EventType.POINTS_EXPIRING, told.value());
    }

    @Test
    void pendingPointsBecomeActiveWhenTheirTimeComes() {
        var activeFrom = inDays(3);
        awards.publish(
                award(member, "base:1", 1, 70, activeFrom, null), award(member, "base:2", 1, 30));
        awards.awaitBalance(member, 30);

        Calls.passUntil(management, activeFrom);

        given().auth()
                .oauth2(TestTokens.member(member))
                .get("/v1/me/points")
                .then()
                .body("pending", equalTo(0))
                .body("active", equalTo(100));
        assertThat(told(3))
                .containsExactly(
                        "dev.cairn.points.earned.v1",
                        "dev.cairn.points.earned.v1",
                        "dev.cairn.points.activated.v1");
    }

    @Test
    void unspentPointsRunOutAfterOneWarning() throws IOException {
        var expiresAt = inDays(30);
        awards.publish(
                award(member, "base:1", 1, 70, null, expiresAt), award(member, "base:2", 1, 30));
        awards.awaitBalance(member, 100);

        Calls.passUntil(management, expiresAt.minus(Duration.ofDays(7)));
        Calls.passUntil(management, expiresAt.minus(Duration.ofDays(6)));
        Calls.passUntil(management, expiresAt);

        given().auth()
                .oauth2(TestTokens.member(member))
                .get("/v1/me/points")
                .then()
                .body("expired", equalTo(70))
                .body("balance", equalTo(30))
                .body("nextExpiries", equalTo(List.of()))
                .body("neverExpiring", equalTo(30));
        var told = TopicReader.read(bootstrap, Topics.POINTS, member, 4);
        var warning =
                (PointsExpiring) EventCodec.decode(EventType.POINTS_EXPIRING, told.get(2).value());
        assertThat(warning.points()).isEqualTo(70);
        assertThat(warning.expiresAt()).isEqualTo(expiresAt);
        var expired =
                (PointsExpired) EventCodec.decode(EventType.POINTS_EXPIRED, told.get(3).value());
        assertThat(expired.points()).isEqualTo(70);
        assertThat(expired.balance()).isEqualTo(30);
    }

    /**
     * On the other side of the date line it is the last day but seven when London has eight left.
     */
    @Test
    void theSevenDaysBeforeTheLastAreThoseOfTheCurrencysZone() throws IOException {
        var zone = ZoneId.of("Pacific/Kiritimati");
        var lastDay = LocalDate.ofInstant(inDays(30), ZoneOffset.UTC);
        var expiresAt = lastDay.plusDays(1).atStartOfDay(zone).toInstant();
        var sevenDaysBefore = lastDay.minusDays(7).atStartOfDay(zone).toInstant();
        awards.publish(award("moons", member, "base:1", 1, 70, null, expiresAt));
        awards.publish(award(member, "base:2", 1, 30));
        awards.awaitBalance(member, 30);

        Calls.passUntil(management, sevenDaysBefore.minusSeconds(1));
        Calls.passUntil(management, sevenDaysBefore);

        var warning = lastTold(3);
        assertThat(warning.currency()).isEqualTo("moons");
        assertThat(warning.points()).isEqualTo(70);
        assertThat(warning.occurredAt()).isEqualTo(sevenDaysBefore);
    }

    @Test
    void aDayThatMovesIsAnnouncedAgain() throws IOException {
        var expiresAt = inDays(30);
        var later = expiresAt.plus(Duration.ofDays(20));
        awards.publish(award(member, "base:1", 1, 70, null, expiresAt));
        awards.awaitBalance(member, 70);
        Calls.passUntil(management, expiresAt.minus(Duration.ofDays(7)));

        awards.publish(award(member, "base:1", 2, 70, null, later));
        Awards.awaitRevision(member, "base:1", 2);
        Calls.passUntil(management, later.minus(Duration.ofDays(7)));

        var warning = lastTold(3);
        assertThat(warning.points()).isEqualTo(70);
        assertThat(warning.expiresAt()).isEqualTo(later);
    }

    /** No other posting draws attention to the account. */
    @Test
    void aDayThatComesCloserIsAnnouncedAndComes() throws IOException {
        var earlier = inDays(20);
        awards.publish(award(member, "base:1", 1, 70, null, inDays(80)));
        awards.awaitBalance(member, 70);

        awards.publish(award(member, "base:1", 2, 70, null, earlier));
        Awards.awaitRevision(member, "base:1", 2);
        Calls.passUntil(management, earlier.minus(Duration.ofDays(7)));
        assertThat(lastTold(2).expiresAt()).isEqualTo(earlier);
        Calls.passUntil(management, earlier);

        assertThat(told(3)).last().isEqualTo("dev.cairn.points.expired.v1");
        Calls.theBooksHold();
    }

    @Test
    void waitingThatIsCutShortEndsInTime() {
        var sooner = inDays(2);
        awards.publish(award(member, "base:1", 1, 70, inDays(40), null));
        Awards.awaitRevision(member, "base:1", 1);

        awards.publish(award(member, "base:1", 2, 70, sooner, null));
        Awards.awaitRevision(member, "base:1", 2);
        Calls.passUntil(management, sooner);

        assertThat(told(2)).last().isEqualTo("dev.cairn.points.activated.v1");
        Calls.theBooksHold();
    }

    /** The account is looked at on the old day for nothing, and then not before the new one. */
    @Test
    void aDayThatMovesAwayIsFoundOnce() {
        var expiresAt = inDays(3);
        var later = inDays(50);
        awards.publish(award(member, "base:1", 1, 70, null, expiresAt));
        awards.awaitBalance(member, 70);

        awards.publish(award(member, "base:1", 2, 70, null, later));
        Awards.awaitRevision(member, "base:1", 2);
        Calls.passUntil(management, expiresAt);

        assertThat(nextDue()).isEqualTo(later);
        Calls.points(member).body("active", equalTo(70));
    }

    private Instant nextDue() {
        return database.read(
                tx ->
                        tx.first(
                                        "SELECT next_due FROM balance WHERE member_id = ?",
                                        row -> row.instant("next_due"),
                                        member)
                                .orElseThrow());
    }

    @Test
    void theScheduleAddsUpToTheActivePoints() {
        for (var month = 1; month <= 15; month++) {
            awards.publish(award(member, "base:" + month, 1, month, null, inDays(30L * month)));
        }
        awards.publish(award(member, "base:never", 1, 1000));
        awards.awaitBalance(member, 1120);

        given().auth()
                .oauth2(TestTokens.member(member))
                .get("/v1/me/points")
                .then()
                .body("nextExpiries.size()", equalTo(12))
                .body("nextExpiries.points.sum()", equalTo(78))
                .body("expiringLater", equalTo(42))
                .body("neverExpiring", equalTo(1000));
    }
}
