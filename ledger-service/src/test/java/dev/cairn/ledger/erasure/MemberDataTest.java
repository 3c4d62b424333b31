package dev.cairn.ledger.erasure;

import static dev.cairn.ledger.Awards.award;
import static dev.cairn.ledger.Awards.newMember;
import static dev.cairn.ledger.Calls.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;

import dev.cairn.kit.testing.TestTokens;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.Calls;
import dev.cairn.ledger.DatabaseOwner;
import dev.cairn.ledger.LedgerTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is known of a person, and is not any more. */
@LedgerTest
class MemberDataTest {
    @Inject Awards awards;
    @Inject Forgotten erasure;
    @Inject DatabaseOwner owner;

    private final String member = newMember();
    private final String marker = "marker-" + UUID.randomUUID();

    @Test
    void noMarkerOfThePersonIsLeft() throws SQLException {
        awards.grant(member, 1000);
        Forgotten.wish(member, marker, "wish-1");
        Forgotten.hold(member, 10, marker);
        owner.execute(
                """
                UPDATE idempotency SET body = to_jsonb('%s'::text) WHERE caller = '%s'
                """
                        .formatted(marker, member));
        owner.execute(
                """
                INSERT INTO member_standing (member_id, frozen_at, frozen_reason)
                VALUES ('%s', now(), '%s')
                """
                        .formatted(member, marker));
        owner.execute(
                """
                INSERT INTO reinstatement (id, member_id, currency, points, reason, note,
                                           expires_at, status, asked_by, asked_at, decided_at)
                VALUES (gen_random_uuid(), '%s', 'points', 1, 'goodwill', '%s', now(), 'REJECTED',
                        'x', now(), now())
                """
                        .formatted(member, marker));
        assertThat(owner.tablesWith(marker))
                .contains("hold", "idempotency", "member_standing", "reinstatement");

        erasure.erase(member);

        assertThat(owner.tablesWith(marker)).isEmpty();
        Calls.theBooksHold();
    }

    @Test
    void aKeyThatWasUsedStaysUsedAndRevealsNothing() {
        awards.grant(member, 1000);
        Forgotten.wish(member, "coffee", "wish-2");
        erasure.erase(member);

        given().auth()
                .oauth2(TestTokens.member(member))
                .header("Idempotency-Key", "wish-2")
                .contentType("application/json")
                .body(Map.of("reward", "coffee"))
                .post("/v1/me/redemptions")
                .then()
                .statusCode(409)
                .body("type", problem("idempotency-key-reused"));
    }

    @Test
    void theExportTellsEachThingOnce() throws SQLException {
        awards.publish(award(member, "base:1", 1, 1000), award(member, "base:2", 1, 50));
        awards.awaitBalance(member, 1050);
        Forgotten.wish(member, "coffee", "wish-4");
        Forgotten.hold(member, 10, marker);

        Map<String, List<Object>> tables =
                given().auth()
                        .oauth2(TestTokens.staff("auditor"))
                        .get("/v1/members/" + member + "/export")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("tables");

        assertThat(tables.keySet()).containsAll(owner.tablesWith(member));
        assertThat(tables).doesNotContainKeys("entry", "lot_use");
        assertThat(tables.get("posting")).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void theExportHasAllThatIsKept() {
        awards.grant(member, 1000);
        Forgotten.wish(member, "coffee", "wish-3");

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
