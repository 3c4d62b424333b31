package dev.cairn.ledger;

import static dev.cairn.ledger.Awards.newMember;
import static dev.cairn.ledger.Calls.newKey;
import static dev.cairn.ledger.Calls.refused;
import static dev.cairn.ledger.Shop.newReward;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import dev.cairn.kit.testing.TestTokens;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that no database keeps is refused at every door, by the name of its field. */
@LedgerTest
class UnstorableTextTest {
    private static final String SUPPORT = TestTokens.staff("support");
    private static final String MANAGER = TestTokens.staff("manager");

    private final String member = newMember();

    @ParameterizedTest
    @ValueSource(strings = {"a\\u0000", "\\ud83d", "\\ude00b"})
    void aNote(String note) {
        var wish =
                """
                {"member":"%s","points":5,"reason":"goodwill","note":"%s"}"""
                        .formatted(member, note);

        refused(Calls.post(SUPPORT, "/v1/adjustments", wish), 400, "invalid-request")
                .body("field", equalTo("note"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'description':{'en':'\\u0000'} | description.en",
                "'description':{'\\u0000':'a'}  | description",
                "'images':['/a','\\ud83d']      | images[1]"
            })
    void aTextDeepInAReward(String text, String field) {
        var answer = Shop.put(newKey(), "'price':5," + text);

        refused(answer, 400, "invalid-request").body("field", equalTo(field));
    }

    @ParameterizedTest
    @CsvSource({
        "support, /v1/members/%00/points, id",
        "support, /v1/holds/a%00, id",
        "auditor, /v1/redemptions/a%00, id",
        "manager, /v1/rewards/a%00/codes/summary, id",
        "support, /v1/members/m/points?currency=%00, currency",
        "support, /v1/adjustments?status=%00, status",
        "auditor, /v1/books/liability?by=age&currency=%00, currency",
        "support, /v1/members/m/points/entries?kind=earned&kind=%00, kind"
    })
    void aPathOrAQuery(String role, String path, String field) {
        var answer =
                given().auth().oauth2(TestTokens.staff(role)).urlEncodingEnabled(false).get(path);

        refused(answer, 400, "invalid-request").body("field", equalTo(field));
    }

    @Test
    void theIdempotencyKey() {
        var wish = Map.of("member", member, "points", 5, "reason", "goodwill");

        refused(Calls.post(SUPPORT, "/v1/adjustments", wish, "schlüssel"), 400, "invalid-request")
                .body("field", equalTo("Idempotency-Key"));
    }

    @Test
    void aLineOfAFileOfCodes() {
        var voucher = newReward("'type':'voucher-code','price':10");
        var answer =
                given().auth()
                        .oauth2(MANAGER)
                        .header("Idempotency-Key", newKey())
                        .contentType("text/plain")
                        .body("GOOD\nBA\0D\n")
                        .post("/v1/rewards/" + voucher + "/codes");

        refused(answer, 400, "invalid-request");
    }

    @Test
    void aLineOfAnImportStopsNoOther() {
        var reference = newKey();

        given().auth()
                .oauth2(MANAGER)
                .contentType("text/csv")
                .body(
                        "reference,memberId,points\n%s\0,%s,5\n%s,%s,7\n"
                                .formatted(reference, member, reference, member))
                .post("/v1/imports")
                .then()
                .statusCode(200)
                .body("imported", equalTo(1))
                .body("errors[0].line", equalTo(2))
                .body("errors[0].column", equalTo("reference"));
        Calls.points(member).body("active", equalTo(7));
    }
}
