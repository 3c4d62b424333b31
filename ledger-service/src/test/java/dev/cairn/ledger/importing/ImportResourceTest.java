package dev.cairn.ledger.importing;

import static dev.cairn.ledger.Awards.newMember;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.cairn.contracts.EventType;
import dev.cairn.contracts.PointsEvent.PointsActivated;
import dev.cairn.contracts.Topics;
import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.event.EventCodec;
import dev.cairn.kit.testing.TestTokens;
import dev.cairn.kit.testing.TopicReader;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.Calls;
import dev.cairn.ledger.LedgerTest;
import dev.cairn.ledger.Shop;
import dev.cairn.ledger.calendar.Era;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@LedgerTest
class ImportResourceTest {
    private static final String HEADER = "reference,memberId,points,earnedAt,expiresAt\n";

    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Inject Awards awards;
    @Inject Database database;
    @Inject CairnClock clock;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrap;

    private final String member = newMember();
    private final String reference = UUID.randomUUID().toString();

    private static ValidatableResponse send(String file, boolean dryRun) {
        return given().auth()
                .oauth2(TestTokens.staff("manager"))
                .contentType("text/csv")
                .body(file)
                .post("/v1/imports?dryRun=" + dryRun)
                .then();
    }

    private ValidatableResponse points(String of) {
        return given().auth().oauth2(TestTokens.member(of)).get("/v1/me/points").then();
    }

    private String line(int number, String of, long points) {
        return "%s-%d,%s,%d,2025-06-01,2031-12-31\n".formatted(reference, number, of, points);
    }

    @Test
    void pointsComeInAtTheirAgeAndAreProven() {
        send(HEADER + line(1, member, 70) + line(2, member, 30), false)
                .statusCode(200)
                .body("rows", equalTo(2))
                .body("imported", equalTo(2))
                .body("points", equalTo(100))
                .body("failed", equalTo(0));

        points(member)
                .body("balance", equalTo(100))
                .body("adjusted", equalTo(100))
                .body("lifetimeEarned", equalTo(0));
        given().auth()
                .oauth2(TestTokens.member(member))
                .get("/v1/me/points/lots")
                .then()
                .body("items[0].source", equalTo("IMPORT"))
                .body("items[0].state", equalTo("active"))
                .body("items[0].earnedAt", equalTo("2025-05-31T23:00:00Z"))
                .body("items[0].lastDay", equalTo("2031-12-31"));
        given().auth()
                .oauth2(TestTokens.staff("auditor"))
                .get("/v1/proof")
                .then()
                .body("checks.findAll { !it.holds }.detail", equalTo(List.of()))
                .body("holds", equalTo(true));
    }

    @Test
    void pointsOfALowerPriorityAreSpentFirst() {
        send(
                        "reference,memberId,points,expiresAt,priority\n"
                                + "%s-1,%s,50,2031-12-31,\n".formatted(reference, member)
                                + "%s-2,%s,50,never,-5\n".formatted(reference, member)
                                + "%s-3,%s,50,2031-06-30,5\n".formatted(reference, member)
                                + "%s-4,%s,50,,1000\n".formatted(reference, member),
                        false)
                .body("imported", equalTo(3))
                .body("errors.column", contains("priority"));

        Shop.redeem(member, Shop.newReward("'price':60")).then().statusCode(201);

        given().auth()
                .oauth2(TestTokens.member(member))
                .get("/v1/me/points/lots")
                .then()
                .body("items.find { it.priority == -5 }.remaining", equalTo(0))
                .body("items.find { it.priority == 0 }.remaining", equalTo(40))
                .body("items.find { it.priority == 5 }.remaining", equalTo(50));
    }

    @Test
    void theSameFileTwiceBringsNothingNew() {
        var file = HEADER + line(1, member, 70) + line(2, member, 30);
        send(file, false).body("imported", equalTo(2));

        send(file, false)
                .body("imported", equalTo(0))
                .body("known", equalTo(2))
                .body("points", equalTo(0));

        points(member).body("balance", equalTo(100));
    }

    @Test
    void aReferenceWithOtherContentIsAnErrorOfItsLine() {
        send(HEADER + line(1, member, 70), false);

        send(HEADER + line(1, member, 71) + line(2, member, 5), false)
                .body("imported", equalTo(1))
                .body("failed", equalTo(1))
                .body("errors.line", contains(2))
                .body("errors.column", contains("reference"));

        points(member).body("balance", equalTo(75));
    }

    @Test
    void aDryRunSaysTheSameAndLeavesNothing() {
        var file = HEADER + line(1, member, 70) + "x,no!member,5,,\n" + line(2, member, 30);
        var tried = send(file, true).body("dryRun", equalTo(true)).extract().jsonPath();
        points(member).body("balance", equalTo(0));
        assertThat(rows("balance")).isZero();

        var done = send(file, false).extract().jsonPath();

        for (var field : new String[] {"rows", "imported", "known", "failed", "points", "errors"}) {
            assertThat(tried.<Object>get(field)).isEqualTo(done.get(field));
        }
        points(member).body("balance", equalTo(100));
    }

    private long rows(String table) {
        return database.read(
                tx ->
                        tx.first(
                                        "SELECT count(*) AS n FROM %s WHERE member_id = ?"
                                                .formatted(table),
                                        row -> row.longValue("n"),
                                        member)
                                .orElseThrow());
    }

    @Test
    void aLineWithAnImpossibleDayFailsAlone() {
        var impossible = reference + "-9," + member + ",5,-5000-01-01T00:00:00Z,\n";

        send(HEADER + line(1, member, 70) + impossible + line(2, member, 30), false)
                .statusCode(200)
                .body("imported", equalTo(2))
                .body("failed", equalTo(1))
                .body("errors.line", contains(3))
                .body("errors.column", contains("earnedAt"))
                .body("errors.message", contains(Era.OUTSIDE));

        points(member).body("balance", equalTo(100));
    }

    /** Its event names the lot where others name an award, as the contract asks for a name. */
    @Test
    void importedPointsThatWaitedTellWhenTheyBecomeActive() throws IOException {
        var activeFrom = clock.instant().plus(Duration.ofDays(2));
        var file = "reference,memberId,points,activeFrom\n%s,%s,70,%s\n";
        send(file.formatted(reference, member, activeFrom), false).body("imported", equalTo(1));
        points(member).body("pending", equalTo(70)).body("active", equalTo(0));

        given().contentType("application/json")
                .body(Map.of("now", activeFrom.toString()))
                .put(management.resolve("/clock"))
                .then()
                .statusCode(200);

        points(member).body("pending", equalTo(0)).body("active", equalTo(70));
        var told = TopicReader.read(bootstrap, Topics.POINTS, member, 2).getLast();
        var activated =
                (PointsActivated) EventCodec.decode(EventType.POINTS_ACTIVATED, told.value());
        assertThat(activated.points()).isEqualTo(70);
        assertThat(activated.balance()).isEqualTo(70);
        assertThat(activated.awardId()).matches("lot:[0-9a-f-]{36}");
        Calls.theBooksHold();
    }

    @Test
    void aDebtIsPaidFirst() {
        awards.publish(Awards.award(member, "base:1", 1, 100));
        awards.awaitBalance(member, 100);
        given().auth()
                .oauth2(TestTokens.member(member))
                .header("Idempotency-Key", "k")
                .contentType("application/json")
                .body("{\"reward\":\"coffee\"}")
                .post("/v1/me/redemptions")
                .then()
                .statusCode(201);
        long spent = points(member).extract().jsonPath().getLong("spent");
        awards.publish(Awards.award(member, "base:1", 2, 0));
        awards.awaitBalance(member, -spent);

        send(HEADER + line(1, member, spent + 9), false).body("imported", equalTo(1));

        points(member).body("arrears", equalTo(0)).body("balance", equalTo(9));
    }

    @Test
    void filesThatComeAtOnceImportEachLineOnce() throws Exception {
        var file = new StringBuilder(HEADER);
        for (var i = 0; i < 700; i++) {
            file.append(line(i, i % 2 == 0 ? member : member + "-" + i % 7, 1));
        }
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var runs =
                    IntStream.range(0, 4)
                            .mapToObj(
                                    i ->
                                            pool.submit(
                                                    () ->
                                                            send(file.toString(), false)
                                                                    .statusCode(200)
                                                                    .extract()
                                                                    .jsonPath()
                                                                    .getLong("imported")))
                            .toList();
            var imported = 0L;
            for (var run : runs) {
                imported += run.get();
            }
            assertThat(imported).isEqualTo(700);
        }
        points(member).body("balance", equalTo(350));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "1", "TRUE"})
    void whoeverDoesNotSayTrueOrFalseImportsNothing(String dryRun) {
        given().auth()
                .oauth2(TestTokens.staff("manager"))
                .contentType("text/csv")
                .body(HEADER + line(1, member, 70))
                .post("/v1/imports?dryRun=" + dryRun)
                .then()
                .statusCode(400);
        points(member).body("balance", equalTo(0));
    }

    @Test
    void onlyManagersImportAndOnlyTables() {
        for (var role : new String[] {"support", "auditor", "operator", "partner"}) {
            given().auth()
                    .oauth2(TestTokens.staff(role))
                    .contentType("text/csv")
                    .body(HEADER)
                    .post("/v1/imports")
                    .then()
                    .statusCode(403);
        }
        given().auth()
                .oauth2(TestTokens.staff("manager"))
                .contentType("application/json")
                .body("{}")
                .post("/v1/imports")
                .then()
                .statusCode(400)
                .body("line", equalTo(1));
    }
}
