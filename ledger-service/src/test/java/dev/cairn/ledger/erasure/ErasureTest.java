package dev.cairn.ledger.erasure;

import static dev.cairn.ledger.Awards.award;
import static dev.cairn.ledger.Awards.newMember;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;

import dev.cairn.contracts.EventType;
import dev.cairn.contracts.MemberEvent.MemberErased;
import dev.cairn.contracts.Topics;
import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.event.EventCodec;
import dev.cairn.kit.event.EventPublisher;
import dev.cairn.kit.event.Header;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@LedgerTest
class ErasureTest {
    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Inject Awards awards;
    @Inject CairnClock clock;
    @Inject Database database;
    @Inject EventPublisher publisher;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.flyway.username")
    String owner;

    @ConfigProperty(name = "quarkus.flyway.password")
    String password;

    private final String member = newMember();
    private final String marker = "marker-" + UUID.randomUUID();

    private void erase() {
        var event = new MemberErased(member, clock.instant());
        var record = new ProducerRecord<>(Topics.MEMBERS, member, EventCodec.encode(event));
        Header.write(record.headers(), Header.ID, UUID.randomUUID().toString());
        Header.write(record.headers(), Header.SOURCE, "/test");
        Header.write(record.headers(), Header.TYPE, EventType.of(event).typeName());
        publisher.publish(List.of(record));
        await().atMost(Duration.ofSeconds(20)).until(this::erased);
    }

    private boolean erased() {
        return database.read(
                        tx ->
                                tx.first(
                                        """
                                        SELECT erased_at
                                        FROM member_standing
                                        WHERE member_id = ? AND erased_at IS NOT NULL
                                        """,
                                        row -> row.instant("erased_at"),
                                        member))
                .isPresent();
    }

    private ValidatableResponse points() {
        return given().auth().oauth2(TestTokens.member(member)).get("/v1/me/points").then();
    }

    private static ValidatableResponse asAuditor(String method, String path) {
        return given().auth()
                .oauth2(TestTokens.staff("auditor"))
                .request(method, path)
                .then()
                .statusCode(200);
    }

    private static void everythingAddsUp() {
        asAuditor("GET", "/v1/proof")
                .body("checks.findAll { !it.holds }.detail", equalTo(List.of()));
    }

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

    /** Asks a member's wish with a text that ends up in the stored answer's hash and body. */
    private void wish(String reward, String key) {
        given().auth()
                .oauth2(TestTokens.member(member))
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(Map.of("reward", reward))
                .post("/v1/me/redemptions");
    }

    private String hold(long points, String words) {
        return given().auth()
                .oauth2(TestTokens.pos("shop-1"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(
                        Map.of(
                                "member",
                                member,
                                "points",
                                points,
                                "reference",
                                words,
                                "title",
                                words))
                .post("/v1/holds")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void asOwner(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url, owner, password);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Tables in which the text stands anywhere. */
    private List<String> tablesWith(String text) throws SQLException {
        var found = new ArrayList<String>();
        try (var connection = DriverManager.getConnection(url, owner, password);
                var statement = connection.createStatement()) {
            var names = new ArrayList<String>();
            try (var rows =
                    statement.executeQuery(
                            """
                            SELECT quote_ident(table_name) AS name
                            FROM information_schema.tables
                            WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'
                            """)) {
                while (rows.next()) {
                    names.add(rows.getString("name"));
                }
            }
            for (var name : names) {
                var sql =
                        "SELECT EXISTS (SELECT FROM %s AS t WHERE to_jsonb(t)::text LIKE '%%%s%%')"
                                .formatted(name, text);
                try (var rows = statement.executeQuery(sql)) {
                    rows.next();
                    if (rows.getBoolean(1)) {
                        found.add(name);
                    }
                }
            }
        }
        return found;
    }

    @Test
    void whatIsLeftIsForfeitedAndAllStillAddsUp() {
        awards.publish(
                award(member, "base:1", 1, 100),
                award(member, "base:2", 1, 40, clock.instant().plus(Duration.ofDays(9)), null));
        awards.awaitBalance(member, 100);
        var before = asAuditor("GET", "/v1/points/totals").extract().jsonPath();

        erase();

        points().body("balance", equalTo(0)).body("pending", equalTo(0));
        var after = asAuditor("GET", "/v1/points/totals").extract().jsonPath();
        assertThat(after.getLong("active")).isEqualTo(before.getLong("active") - 100);
        assertThat(after.getLong("pending")).isEqualTo(before.getLong("pending") - 40);
        everythingAddsUp();
        asAuditor("GET", "/v1/members/" + member + "/points/entries?kind=forfeited")
                .body("items.points", equalTo(List.of(-140)));
    }

    @Test
    void noMarkerOfThePersonIsLeft() throws SQLException {
        awards.grant(member, 1000);
        wish(marker, "wish-1");
        hold(10, marker);
        asOwner(
                """
                UPDATE idempotency SET body = to_jsonb('%s'::text) WHERE caller = '%s'
                """
                        .formatted(marker, member));
        asOwner(
                """
                INSERT INTO member_standing (member_id, frozen_at, frozen_reason)
                VALUES ('%s', now(), '%s')
                """
                        .formatted(member, marker));
        asOwner(
                """
                INSERT INTO reinstatement (id, member_id, currency, points, reason, note,
                                           expires_at, decided_by, decided_at)
                VALUES (gen_random_uuid(), '%s', 'points', 1, 'goodwill', '%s', now(), 'x', now())
                """
                        .formatted(member, marker));
        assertThat(tablesWith(marker))
                .contains("hold", "idempotency", "member_standing", "reinstatement");

        erase();

        assertThat(tablesWith(marker)).isEmpty();
        everythingAddsUp();
    }

    @Test
    void aKeyThatWasUsedStaysUsedAndRevealsNothing() {
        awards.grant(member, 1000);
        wish("coffee", "wish-2");
        erase();

        given().auth()
                .oauth2(TestTokens.member(member))
                .header("Idempotency-Key", "wish-2")
                .contentType("application/json")
                .body(Map.of("reward", "coffee"))
                .post("/v1/me/redemptions")
                .then()
                .statusCode(409)
                .body("type", equalTo("https://cairn.dev/problems/idempotency-key-reused"));
    }

    @Test
    void aLateAwardIsPostedAndForfeitedAtOnce() {
        awards.grant(member, 10);
        erase();

        awards.publish(award(member, "base:late", 1, 77));

        await().atMost(Duration.ofSeconds(20))
                .until(() -> points().extract().jsonPath().getLong("lifetimeEarned") == 87);
        points().body("balance", equalTo(0)).body("adjusted", equalTo(-87));
        everythingAddsUp();
    }

    @Test
    void whatIsHeldIsForfeitedWhenItIsFreeAgain() {
        awards.grant(member, 100);
        var hold = hold(30, "order-1");
        erase();
        points().body("balance", equalTo(0)).body("held", equalTo(30));

        given().auth()
                .oauth2(TestTokens.pos("shop-1"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .post("/v1/holds/" + hold + "/void")
                .then()
                .statusCode(200);

        points().body("balance", equalTo(0))
                .body("held", equalTo(0))
                .body("adjusted", equalTo(-100));
        everythingAddsUp();
    }

    @Test
    void aMemberWithoutAccountsIsErasedToo() {
        erase();

        awards.publish(award(member, "base:late", 1, 5));

        await().atMost(Duration.ofSeconds(20))
                .until(() -> points().extract().jsonPath().getLong("lifetimeEarned") == 5);
        points().body("balance", equalTo(0));
    }

    @Test
    void sealsHoldAfterAnErasure() {
        awards.grant(member, 100);
        passDays(1);
        asAuditor("POST", "/v1/books/seals/verify").body("holds", equalTo(true));

        erase();
        passDays(1);

        asAuditor("POST", "/v1/books/seals/verify").body("holds", equalTo(true));
    }

    @Test
    void anErasedMemberThatHasPointsIsFound() throws SQLException {
        awards.grant(member, 100);
        asOwner(
                "INSERT INTO member_standing (member_id, erased_at) VALUES ('%s', now())"
                        .formatted(member));
        try {
            asAuditor("GET", "/v1/proof")
                    .body(
                            "checks.findAll { !it.holds }.name",
                            hasItem("erased-members-have-nothing"));
        } finally {
            asOwner("DELETE FROM member_standing WHERE member_id = '%s'".formatted(member));
        }
    }

    @Test
    void theExportHasAllThatIsKept() {
        awards.grant(member, 1000);
        wish("coffee", "wish-3");

        given().auth()
                .oauth2(TestTokens.staff("support"))
                .get("/v1/members/" + member + "/export")
                .then()
                .statusCode(200)
                .body("member", equalTo(member))
                .body("tables", hasKey("posting"))
                .body("tables", hasKey("balance"))
                .body("tables", hasKey("lot"))
                .body("tables", hasKey("redemption"))
                .body("tables", hasKey("award_register"))
                .body("tables", hasKey("idempotency"))
                .body("tables.balance[0].member_id", equalTo(member));
        for (var role : new String[] {"manager", "operator", "partner"}) {
            given().auth()
                    .oauth2(TestTokens.staff(role))
                    .get("/v1/members/" + member + "/export")
                    .then()
                    .statusCode(403);
        }
    }
}
