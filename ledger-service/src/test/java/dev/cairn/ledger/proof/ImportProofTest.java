package dev.cairn.ledger.proof;

import static dev.cairn.ledger.Awards.newMember;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.cairn.kit.testing.TestTokens;
import dev.cairn.ledger.Calls;
import dev.cairn.ledger.DatabaseOwner;
import dev.cairn.ledger.LedgerTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@LedgerTest
class ImportProofTest {
    private static final String CHANGE =
            "UPDATE import_row AS r SET %s FROM before AS b WHERE r.reference = b.reference";

    @Inject DatabaseOwner owner;

    private final String member = newMember();

    @BeforeEach
    void pointsCameFromAFile() {
        given().auth()
                .oauth2(TestTokens.staff("manager"))
                .contentType("text/csv")
                .body("reference,memberId,points\n%s,%s,70\n".formatted(UUID.randomUUID(), member))
                .post("/v1/imports?dryRun=false")
                .then()
                .statusCode(200)
                .body("imported", equalTo(1));
        prove().body("holds", equalTo(true));
    }

    /** Another amount; a posting of which no file tells; a line of a file that was never posted. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "points = r.points + 1 | points = r.points - 1",
                "posting_id = '11111111-1111-8111-8111-111111111111' | posting_id = b.id"
            })
    void aLineThatSaysOtherThanItsPostingIsFound(String change, String undo) throws SQLException {
        var before =
                """
                CREATE TABLE before AS
                SELECT reference, posting_id AS id
                FROM import_row
                WHERE posting_id = (SELECT id FROM posting WHERE member_id = '%s')
                """;
        owner.execute(before.formatted(member));
        assertThat(owner.execute(CHANGE.formatted(change))).isEqualTo(1);
        try {
            prove().body("checks.findAll { !it.holds }.name", hasItem("imports-equal-postings"));
        } finally {
            owner.execute(CHANGE.formatted(undo));
            owner.execute("DROP TABLE before");
        }
        prove().body("holds", equalTo(true));
    }

    private static ValidatableResponse prove() {
        return Calls.get(TestTokens.staff("auditor"), "/v1/proof").then().statusCode(200);
    }
}
