package dev.cairn.ledger.seal;

import static dev.cairn.ledger.Awards.newMember;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.testing.TestTokens;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.LedgerTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@LedgerTest
class SealTest {
    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Inject Awards awards;
    @Inject CairnClock clock;
    @Inject Database database;
    @Inject SealDays sealDays;
    @Inject SealStore store;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.flyway.username")
    String owner;

    @ConfigProperty(name = "quarkus.flyway.password")
    String password;

    private final String member = newMember();

    private Instant noonIn(int days) {
        return clock.instant()
                .truncatedTo(ChronoUnit.DAYS)
                .plus(Duration.ofDays(days))
                .plus(Duration.ofHours(12));
    }

    private void passDays(int days) {
        given().contentType("application/json")
                .body(Map.of("now", noonIn(days).toString()))
                .put(management.resolve("/clock"))
                .then()
                .statusCode(200);
    }

    @BeforeEach
    void itIsNoon() {
        passDays(1);
    }

    private static ValidatableResponse verify() {
        return given().auth()
                .oauth2(TestTokens.staff("auditor"))
                .post("/v1/books/seals/verify")
                .then()
                .statusCode(200);
    }

    private Seal newest() {
        return database.read(store::newest).orElseThrow();
    }

    private int asOwner(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url, owner, password);
                var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    @Test
    void everyDayThatIsOverIsSealedAlsoAnEmptyOne() {
        awards.grant(member, 100);
        var today = sealDays.openDay(clock.instant());

        passDays(3);

        assertThat(newest().day()).isEqualTo(today.plusDays(2));
        assertThat(newest().postings()).isZero();
        verify().body("holds", equalTo(true))
                .body("seals", equalTo((int) newest().number()))
                .body("head", equalTo(newest().digits()))
                .body("broken", nullValue());
        given().auth()
                .oauth2(TestTokens.staff("operator"))
                .get("/v1/books/seals?limit=1")
                .then()
                .statusCode(200)
                .body("items[0].hash", equalTo(newest().digits()));
        given().auth()
                .oauth2(TestTokens.staff("auditor"))
                .get("/v1/books/seals/" + today)
                .then()
                .statusCode(200)
                .body("day", equalTo(today.toString()));
        given().auth()
                .oauth2(TestTokens.staff("auditor"))
                .get("/v1/books/seals/2999-01-01")
                .then()
                .statusCode(404)
                .body("type", equalTo("https://cairn.dev/problems/day-not-sealed"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE posting SET reason = reason || '!' WHERE member_id = '%s'",
                "UPDATE posting SET recorded_at = recorded_at + interval '1 microsecond'"
                        + " WHERE member_id = '%s'",
                "UPDATE posting SET pots = ARRAY[pots[2], pots[1]] WHERE member_id = '%s'",
                "UPDATE posting SET lots = ARRAY[id], lot_kinds = '{REDEEMED}', lot_amounts = '{1}'"
                        + " WHERE member_id = '%s'",
                "UPDATE seal SET postings = postings + 1"
                        + " WHERE number = (SELECT max(seal) FROM seal_posting) AND '%s' <> ''",
                "DELETE FROM seal_posting"
                        + " WHERE posting_id IN (SELECT id FROM posting WHERE member_id = '%s')"
            })
    void aChangeOfASealedDayIsFound(String change) throws SQLException {
        awards.grant(member, 100);
        passDays(1);
        var seal = newest();
        verify().body("holds", equalTo(true));
        for (var table : new String[] {"posting", "seal", "seal_posting"}) {
            asOwner("CREATE TABLE kept_%1$s AS SELECT * FROM %1$s".formatted(table));
        }
        try {
            assertThat(asOwner(change.formatted(member))).isPositive();

            verify().body("holds", equalTo(false))
                    .body("broken.number", equalTo((int) seal.number()))
                    .body("seals", equalTo((int) seal.number() - 1));
        } finally {
            for (var table : new String[] {"posting", "seal", "seal_posting"}) {
                asOwner("DELETE FROM " + table);
                asOwner("INSERT INTO %1$s SELECT * FROM kept_%1$s".formatted(table));
                asOwner("DROP TABLE kept_" + table);
            }
        }
        verify().body("holds", equalTo(true));
    }

    @Test
    void replicasThatSealAtOnceMakeOneSeal() throws Exception {
        awards.grant(member, 100);
        var before = database.read(store::newest).map(Seal::number).orElse(0L);
        clock.set(noonIn(1));
        var now = clock.instant();
        var day = sealDays.openDay(now);
        var start = new CountDownLatch(1);
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var runs =
                    IntStream.range(0, 8)
                            .mapToObj(
                                    i ->
                                            pool.submit(
                                                    () -> {
                                                        start.await();
                                                        sealDays.before(day, now);
                                                        return i;
                                                    }))
                            .toList();
            start.countDown();
            for (var run : runs) {
                run.get();
            }
        }

        assertThat(newest().day()).isEqualTo(day.minusDays(1));
        assertThat(newest().number()).isGreaterThan(before);
        assertThat(newest().postings()).isPositive();
        verify().body("holds", equalTo(true));
    }

    /** It was recorded on a day that is sealed, by a transaction that committed afterwards. */
    @Test
    void aLateCommitFallsUnderTheNextSeal() {
        awards.grant(member, 100);
        passDays(1);
        var sealed = newest();
        var late = newMember();
        awards.grant(late, 7);
        try {
            asOwner(
                    "UPDATE posting SET recorded_at = recorded_at - interval '1 day'"
                            + " WHERE member_id = '"
                            + late
                            + "'");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }

        passDays(1);

        assertThat(newest().number()).isEqualTo(sealed.number() + 1);
        assertThat(sealsOver(late)).containsExactly(sealed.number() + 1);
        verify().body("holds", equalTo(true));
    }

    private List<Long> sealsOver(String memberId) {
        return database.read(
                tx ->
                        tx.query(
                                """
                                SELECT seal
                                FROM seal_posting
                                WHERE posting_id IN (SELECT id FROM posting WHERE member_id = ?)
                                """,
                                row -> row.longValue("seal"),
                                memberId));
    }

    @Test
    void theProofFindsAPostingThatNoSealCovers() throws SQLException {
        awards.grant(member, 100);
        passDays(5);
        asOwner(
                "UPDATE seal SET made_at = made_at - interval '2 hours'"
                        + " WHERE number < (SELECT max(number) FROM seal)");
        asOwner(
                "CREATE TABLE kept_one AS SELECT * FROM seal_posting WHERE posting_id IN"
                        + " (SELECT id FROM posting WHERE member_id = '%s')".formatted(member));
        asOwner("DELETE FROM seal_posting WHERE posting_id IN (SELECT posting_id FROM kept_one)");
        try {
            given().auth()
                    .oauth2(TestTokens.staff("operator"))
                    .get("/v1/proof")
                    .then()
                    .body(
                            "checks.findAll { !it.holds }.name",
                            equalTo(List.of("no-posting-escapes-its-seal")));
        } finally {
            asOwner("INSERT INTO seal_posting SELECT * FROM kept_one");
            asOwner("DROP TABLE kept_one");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"seal", "seal_posting"})
    void theApplicationCanOnlyAddSeals(String table) {
        assertThatThrownBy(() -> database.transact(tx -> tx.update("DELETE FROM " + table)))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(
                        () ->
                                database.transact(
                                        tx ->
                                                tx.update(
                                                        "UPDATE %s SET %s = 1"
                                                                .formatted(
                                                                        table,
                                                                        table.equals("seal")
                                                                                ? "number"
                                                                                : "seal"))))
                .hasMessageContaining("permission denied");
    }
}
