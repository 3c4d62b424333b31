package dev.cairn.ledger;

import static dev.cairn.ledger.Awards.award;
import static dev.cairn.ledger.Awards.newMember;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.measure.Measures;
import dev.cairn.kit.testing.MetricsPage;
import dev.cairn.kit.testing.TestTokens;
import dev.cairn.ledger.account.PostingKind;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What operators see of the ledger, read as Prometheus reads it. */
@LedgerTest
class LedgerMetricsTest {
    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Inject Awards awards;
    @Inject Measures measures;
    @Inject CairnClock clock;

    private final String member = newMember();
    private MetricsPage before;

    private MetricsPage page() {
        measures.take();
        return MetricsPage.read(management);
    }

    @BeforeEach
    void look() {
        before = page();
    }

    private double grown(String name, String... labels) {
        return page().value(name, labels) - before.value(name, labels);
    }

    private void awaitGrown(double by, String name, String... labels) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(grown(name, labels)).isEqualTo(by));
    }

    private int redeem(String key) {
        return given().auth()
                .oauth2(TestTokens.member(member))
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(Map.of("reward", "coffee"))
                .post("/v1/me/redemptions")
                .statusCode();
    }

    @Test
    void everySeriesIsThereBeforeAnythingHappens() {
        for (var kind : PostingKind.values()) {
            assertThat(before.has("cairn_ledger_points_total", "kind", kind.label())).isTrue();
            assertThat(before.has("cairn_ledger_postings_total", "kind", kind.label())).isTrue();
        }
        for (var outcome : List.of("posted", "unchanged", "stale")) {
            assertThat(before.has("cairn_ledger_awards_total", "outcome", outcome)).isTrue();
        }
        for (var outcome : List.of("accepted", "refused")) {
            assertThat(before.has("cairn_ledger_redemptions_total", "outcome", outcome)).isTrue();
        }
        for (var outcome : List.of("redeemed", "blocked", "failed")) {
            assertThat(before.has("cairn_ledger_auto_redemptions_total", "outcome", outcome))
                    .isTrue();
        }
        for (var state : List.of("active", "pending", "held")) {
            assertThat(before.has("cairn_ledger_liability_points", "state", state)).isTrue();
        }
        assertThat(before.has("cairn_ledger_accounts")).isTrue();
        assertThat(before.value("cairn_ledger_expiry_overdue_seconds")).isZero();
        assertThat(before.value("cairn_ledger_calendars_ending")).isZero();
    }

    @Test
    void theProofRunsByItself() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> page().has("cairn_ledger_proof_violations"));
        assertThat(page().value("cairn_ledger_proof_violations")).isZero();
        assertThat(page().value("cairn_ledger_proof_last_timestamp_seconds"))
                .isGreaterThan(1_700_000_000);
    }

    @Test
    void whatAwardsDoIsCounted() {
        var first = award(member, "base:1", 1, 100);
        awards.publish(first, first, award(member, "base:1", 2, 60));
        awards.awaitBalance(member, 60);
        var later = clock.instant().plus(Duration.ofDays(900));
        awards.publish(award(member, "base:1", 3, 60, null, later));
        awards.publish(award(member, "base:2", 1, 70, clock.instant().plusSeconds(600), null));

        awaitGrown(3, "cairn_ledger_awards_total", "outcome", "posted");
        assertThat(grown("cairn_ledger_awards_total", "outcome", "stale")).isEqualTo(1);
        assertThat(grown("cairn_ledger_awards_total", "outcome", "unchanged")).isEqualTo(1);
        assertThat(grown("cairn_ledger_points_total", "kind", "earned")).isEqualTo(170);
        assertThat(grown("cairn_ledger_postings_total", "kind", "earned")).isEqualTo(2);
        assertThat(grown("cairn_ledger_points_total", "kind", "reversed")).isEqualTo(40);
        assertThat(grown("cairn_ledger_liability_points", "state", "active")).isEqualTo(60);
        assertThat(grown("cairn_ledger_liability_points", "state", "pending")).isEqualTo(70);
        assertThat(grown("cairn_ledger_accounts")).isEqualTo(1);
    }

    @Test
    void aRepeatedWishCountsOnce() {
        awards.grant(member, 150);
        var key = UUID.randomUUID().toString();
        assertThat(redeem(key)).isEqualTo(201);
        assertThat(redeem(key)).isEqualTo(200);
        assertThat(redeem(UUID.randomUUID().toString())).isEqualTo(422);

        assertThat(grown("cairn_ledger_redemptions_total", "outcome", "accepted")).isEqualTo(1);
        assertThat(grown("cairn_ledger_redemptions_total", "outcome", "refused")).isEqualTo(1);
        assertThat(grown("cairn_ledger_points_total", "kind", "redeemed")).isEqualTo(100);
        assertThat(grown("cairn_ledger_liability_points", "state", "active")).isEqualTo(50);
    }

    @Test
    void whatStandingOrdersDoIsCountedApart() {
        var order = Map.of("reward", "donation", "reserve", 430);
        Calls.put(TestTokens.member(member), "/v1/me/auto-redeem", order).then().statusCode(200);
        awards.grant(member, 510);

        pass(clock.instant());

        assertThat(grown("cairn_ledger_auto_redemptions_total", "outcome", "redeemed"))
                .isEqualTo(1);
        assertThat(grown("cairn_ledger_redemptions_total", "outcome", "accepted")).isZero();
        assertThat(grown("cairn_ledger_points_total", "kind", "redeemed")).isEqualTo(50);
    }

    private void pass(Instant now) {
        given().contentType("application/json")
                .body(Map.of("now", now.toString()))
                .put(management.resolve("/clock"))
                .then()
                .statusCode(200);
    }

    @Test
    void expiryIsOverdueUntilTheSweepRan() {
        var expiresAt = clock.instant().plusSeconds(60);
        awards.publish(award(member, "base:1", 1, 30, null, expiresAt));
        awards.awaitBalance(member, 30);

        var now = expiresAt.plusSeconds(300);
        clock.set(now);
        assertThat(page().value("cairn_ledger_expiry_overdue_seconds")).isEqualTo(300);
        pass(now);

        assertThat(page().value("cairn_ledger_expiry_overdue_seconds")).isZero();
        assertThat(grown("cairn_ledger_points_total", "kind", "expired")).isEqualTo(30);
    }
}
