package dev.cairn.ledger.hold;

import static dev.cairn.ledger.Awards.newMember;
import static dev.cairn.ledger.Calls.atOnce;
import static dev.cairn.ledger.Calls.newKey;
import static dev.cairn.ledger.Calls.points;
import static dev.cairn.ledger.Calls.problem;
import static dev.cairn.ledger.hold.HoldCalls.change;
import static dev.cairn.ledger.hold.HoldCalls.place;
import static dev.cairn.ledger.hold.HoldCalls.placed;
import static dev.cairn.ledger.hold.HoldCalls.post;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.cairn.kit.testing.TestTokens;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.Calls;
import dev.cairn.ledger.LedgerTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many shops at once. */
@LedgerTest
class HoldRaceTest {
    @Inject Awards awards;

    private final String member = newMember();

    @AfterEach
    void theBooksHold() {
        Calls.theBooksHold();
    }

    /** Others count holds after the fact, so that together they overdraw the account. */
    @Test
    void theSumOfParallelHoldsNeverExceedsWhatIsAvailable() throws Exception {
        awards.grant(member, 1000);

        var answers =
                atOnce(
                        IntStream.range(0, 20)
                                .<Callable<Integer>>mapToObj(
                                        i -> () -> place(member, 100).extract().statusCode())
                                .toList());

        assertThat(answers).isEqualTo(Map.of(201, 10L, 422, 10L));
        points(member).body("active", equalTo(0)).body("held", equalTo(1000));
    }

    @Test
    void ofTwentyParallelCapturesOneWins() throws Exception {
        awards.grant(member, 100);
        var id = placed(member, 100);

        var answers = atOnce(twenty(() -> change(id, "capture", Map.of("points", 100))));

        assertThat(answers).isEqualTo(Map.of(200, 1L, 409, 19L));
        change(id, "capture", Map.of("points", 100))
                .then()
                .statusCode(409)
                .body("type", problem("hold-settled"))
                .body("state", equalTo("captured"))
                .body("captured", equalTo(100));
        points(member).body("spent", equalTo(100));
    }

    @Test
    void twentyParallelCapturesUnderOneKeyGetOneAnswer() throws Exception {
        awards.grant(member, 100);
        var id = placed(member, 100);
        var key = newKey();
        var path = "/v1/holds/" + id + "/capture";

        var answers = atOnce(twenty(() -> post(path, "shop", key, Map.of("points", 70))));

        assertThat(answers).isEqualTo(Map.of(200, 20L));
        points(member).body("spent", equalTo(70)).body("active", equalTo(30));
    }

    @Test
    void ofACaptureAndAVoidAtOnceOneWins() throws Exception {
        awards.grant(member, 100);
        var id = placed(member, 100);
        var calls = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < 10; i++) {
            calls.add(() -> change(id, "capture", Map.of("points", 100)).statusCode());
            calls.add(() -> change(id, "void", "").statusCode());
        }

        assertThat(atOnce(calls)).isEqualTo(Map.of(200, 1L, 409, 19L));
        int spent = points(member).extract().path("spent");
        int active = points(member).extract().path("active");
        assertThat(spent + active).isEqualTo(100);
        assertThat(spent * active).isZero();
    }

    @Test
    void holdsAndSpendsAtOnceNeverOverspend() throws Exception {
        awards.grant(member, 1000);
        var calls = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < 15; i++) {
            calls.add(() -> place(member, 100).extract().statusCode());
            calls.add(
                    () ->
                            given().auth()
                                    .oauth2(TestTokens.member(member))
                                    .contentType("application/json")
                                    .header("Idempotency-Key", newKey())
                                    .body(Map.of("reward", "coffee"))
                                    .post("/v1/me/redemptions")
                                    .statusCode());
        }

        assertThat(atOnce(calls)).isEqualTo(Map.of(201, 10L, 422, 20L));
    }

    private static List<Callable<Integer>> twenty(Callable<Response> call) {
        return IntStream.range(0, 20)
                .<Callable<Integer>>mapToObj(i -> () -> call.call().statusCode())
                .toList();
    }
}
