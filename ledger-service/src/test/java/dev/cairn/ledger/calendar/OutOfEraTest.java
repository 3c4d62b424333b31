package dev.cairn.ledger.calendar;

import static dev.cairn.ledger.Awards.newMember;
import static dev.cairn.ledger.Calls.get;
import static dev.cairn.ledger.Calls.newKey;
import static dev.cairn.ledger.Calls.post;
import static dev.cairn.ledger.Calls.put;
import static dev.cairn.ledger.Calls.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import dev.cairn.kit.page.Cursor;
import dev.cairn.kit.testing.TestTokens;
import dev.cairn.ledger.LedgerTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Days that neither database nor calendar can hold are the caller's mistake, wherever they stand.
 */
@LedgerTest
class OutOfEraTest {
    private static final String LATE = "+300000-01-01T00:00:00Z";

    private final String member = newMember();

    private static void refusedFor(String field, Response response) {
        refused(response, 400, "invalid-request")
                .body("field", endsWith(field))
                .body("detail", containsString(Era.OUTSIDE));
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/me/points?at=-5000-01-01T00:00:00Z, at",
        "/v1/me/points?at=1969-12-31, at",
        "/v1/me/points?known=-5000-01-01T00:00:00Z, known",
        "/v1/me/points/statement?to=-5000-01-01, to",
        "/v1/me/points/statement?from=-5000-01-01, from"
    })
    void membersAskWithinIt(String path, String field) {
        refusedFor(field, get(TestTokens.member(member), path));
    }

    @Test
    void itsLastDayCanBeAskedFor() {
        var path = "/v1/me/points/statement?from=9999-12-01&to=9999-12-31";
        get(TestTokens.member(member), path).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/books/seals/1969-12-31, day",
        "/v1/books/seals/-5000-01-01, day",
        "/v1/books/liability?by=age&at=-5000-01-01T00:00:00Z, at"
    })
    void staffAsksWithinIt(String path, String field) {
        refusedFor(field, get(TestTokens.staff("auditor"), path));
    }

    /** Least of all does an empty text mean that points never run out. */
    @ParameterizedTest
    @ValueSource(strings = {"0", "1767225600", "1.5", "\"\""})
    void aNumberOrNothingIsNoTime(String expiresAt) {
        var body =
                "{\"member\":\"%s\",\"points\":5,\"reason\":\"goodwill\",\"expiresAt\":%s}"
                        .formatted(member, expiresAt);
        refused(post(TestTokens.staff("support"), "/v1/adjustments", body), 400, "invalid-request")
                .body("field", equalTo("expiresAt"));
        var hold =
                "{\"member\":\"%s\",\"points\":5,\"reference\":\"r\",\"lapseAfter\":%s}"
                        .formatted(member, expiresAt);
        refused(post(TestTokens.pos("shop"), "/v1/holds", hold), 400, "invalid-request")
                .body("field", equalTo("lapseAfter"));
    }

    @ParameterizedTest
    @ValueSource(strings = {LATE, "-5000-01-01T00:00:00Z"})
    void pointsByHandEndWithinIt(String expiresAt) {
        var support = TestTokens.staff("support");
        var given =
                Map.of("member", member, "points", 5, "reason", "goodwill", "expiresAt", expiresAt);
        refusedFor("expiresAt", post(support, "/v1/adjustments", given));
        var again = Map.of("points", 5, "reason", "goodwill", "expiresAt", expiresAt);
        refusedFor(
                "expiresAt",
                post(support, "/v1/members/" + member + "/points/reinstatements", again));
    }

    @ParameterizedTest
    @ValueSource(strings = {LATE, "-5000-01-01T00:00:00Z"})
    void ratesBeginWithinIt(String since) {
        var rate = Map.of("version", "1", "since", since, "minor", 1, "points", 2);
        var partner =
                Map.of(
                        "name",
                        "Acme",
                        "client",
                        newKey(),
                        "moneyCurrency",
                        "EUR",
                        "rates",
                        List.of(rate));
        refusedFor(
                "since", put(TestTokens.staff("manager"), "/v1/partners/p-" + newKey(), partner));
    }

    @ParameterizedTest
    @ValueSource(strings = {LATE, "-5000-01-01T00:00:00Z"})
    void rewardsAreOfferedWithinIt(String until) {
        var reward = Map.of("validity", Map.of("until", until));
        refusedFor(
                "validity.until",
                put(TestTokens.staff("manager"), "/v1/rewards/r-" + newKey(), reward));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-12-31", "1969-12-31"})
    void settlementsEndWithinIt(String to) {
        refusedFor(
                "to",
                post(
                        TestTokens.staff("manager"),
                        "/v1/partners/p-" + newKey() + "/settlements",
                        Map.of("to", to)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lots", "redemptions", "holds", "adjustments"})
    void aForgedPlaceInAListIsNone(String list) {
        var place = Cursor.encode("-5000-01-01T00:00:00Z", "00000000-0000-0000-0000-000000000000");
        refused(list(list, place), 400, "invalid-request");
        assertThat(list(list, "").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, Long.MAX_VALUE})
    void aForgedPlaceAmongAwardsIsNone(long micros) {
        var place = Cursor.encode(Long.toString(micros), "base:1");
        refused(list("awards", place), 400, "invalid-request");
    }

    private Response list(String list, String cursor) {
        var path =
                switch (list) {
                    case "lots", "awards" -> "/v1/me/points/" + list;
                    case "adjustments" -> "/v1/adjustments";
                    default -> "/v1/me/" + list;
                };
        var token =
                list.equals("adjustments")
                        ? TestTokens.staff("auditor")
                        : TestTokens.member(member);
        return get(token, path + "?cursor=" + cursor);
    }
}
