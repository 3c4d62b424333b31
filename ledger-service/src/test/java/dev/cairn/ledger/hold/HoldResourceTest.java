package dev.cairn.ledger.hold;

import static dev.cairn.ledger.Awards.award;
import static dev.cairn.ledger.Awards.newMember;
import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.cairn.contracts.EventType;
import dev.cairn.contracts.PointsEvent.HoldPlaced;
import dev.cairn.contracts.PointsEvent.HoldSettled;
import dev.cairn.contracts.Topics;
import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.event.EventCodec;
import dev.cairn.kit.testing.TestTokens;
import dev.cairn.kit.testing.TopicReader;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.LedgerTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@LedgerTest
class HoldResourceTest {
    private static final String PROBLEMS = "https://cairn.dev/problems/";

    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Inject Awards awards;
    @Inject CairnClock clock;
    @Inject Database database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrap;

    private final String member = newMember();

    @AfterEach
    void theBooksHold() {
        given().auth()
                .oauth2(TestTokens.staff("auditor"))
                .get("/v1/proof")
                .then()
                .statusCode(200)
                .body("checks.findAll { !it.holds }", equalTo(List.of()));
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }

    private static Response post(String path, String client, String key, Object body) {
        return given().auth()
                .oauth2(TestTokens.pos(client))
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body)
                .post(path);
    }

    private static Map<String, Object> wish(String member, long points) {
        var wish = new HashMap<String, Object>();
        wish.put("member", member);
        wish.put("points", points);
        wish.put("reference", "order 7");
        return wish;
    }

    private ValidatableResponse place(long points) {
        return post("/v1/holds", "shop", newKey(), wish(member, points)).then();
    }

    private String placed(long points) {
        return place(points).statusCode(201).extract().path("id");
    }

    private static Response change(String id, String what, Object body) {
        return post("/v1/holds/" + id + "/" + what, "shop", newKey(), body);
    }

    private void standing(String change) {
        database.transact(
                tx ->
                        tx.update(
                                """
                                INSERT INTO member_standing (member_id, frozen_at, frozen_reason)
                                VALUES (?, ?, ?)
                                ON CONFLICT (member_id) DO UPDATE
                                SET frozen_at = excluded.frozen_at,
                                    frozen_reason = excluded.frozen_reason
                                """,
                                member,
                                change == null ? null : clock.instant(),
                                change));
    }

    private void passUntil(Instant instant) {
        given().contentType("application/json")
                .body(Map.of("now", instant.toString()))
                .put(management.resolve("/clock"))
                .then()
                .statusCode(200);
    }

    private ValidatableResponse points() {
        return given().auth().oauth2(TestTokens.member(member)).get("/v1/me/points").then();
    }

    @Test
    void aShopReservesPointsAndTakesThem() throws IOException {
        awards.grant(member, 150);

        String id =
                place(100)
                        .statusCode(201)
                        .body("status", equalTo("held"))
                        .body("held", equalTo(100))
                        .body("lapsesAt", notNullValue())
                        .extract()
                        .path("id");
        points().body("active", equalTo(50)).body("held", equalTo(100));
        change(id, "capture", Map.of("points", 60))
                .then()
                .statusCode(200)
                .body("status", equalTo("captured"))
                .body("captured", equalTo(60))
                .body("released", equalTo(40));

        points().body("active", equalTo(90)).body("held", equalTo(0)).body("spent", equalTo(60));
        var told = TopicReader.read(bootstrap, Topics.POINTS, member, 4);
        var held = (HoldPlaced) EventCodec.decode(EventType.HOLD_PLACED, told.get(1).value());
        assertThat(held.points()).isEqualTo(100);
        assertThat(held.balance()).isEqualTo(50);
        var last = (HoldSettled) EventCodec.decode(EventType.HOLD_SETTLED, told.get(3).value());
        assertThat(last.holdId()).isEqualTo(id);
        assertThat(last.points()).isEqualTo(60);
        assertThat(last.balance()).isEqualTo(90);
    }

    @Test
    void aCaptureWithoutABodyTakesAll() {
        awards.grant(member, 100);
        var id = placed(80);

        given().auth()
                .oauth2(TestTokens.pos("shop"))
                .contentType("application/json")
                .header("Idempotency-Key", newKey())
                .post("/v1/holds/" + id + "/capture")
                .then()
                .statusCode(200)
                .body("captured", equalTo(80));
    }

    @Test
    void aShopMayKeepTheRestForLater() {
        awards.grant(member, 100);
        var id = placed(100);

        change(id, "capture", Map.of("points", 30, "keepRest", true))
                .then()
                .statusCode(200)
                .body("status", equalTo("held"))
                .body("held", equalTo(70));
        change(id, "void", "").then().statusCode(200).body("status", equalTo("voided"));
        points().body("active", equalTo(70)).body("spent", equalTo(30));
    }

    /** Others count holds after the fact, so that together they overdraw the account. */
    @Test
    void theSumOfParallelHoldsNeverExceedsWhatIsAvailable() throws Exception {
        awards.grant(member, 1000);

        var answers =
                all(
                        IntStream.range(0, 20)
                                .<Callable<Integer>>mapToObj(
                                        i -> () -> place(100).extract().statusCode())
                                .toList());

        assertThat(answers).isEqualTo(Map.of(201, 10L, 422, 10L));
        points().body("active", equalTo(0)).body("held", equalTo(1000));
    }

    @Test
    void ofTwentyParallelCapturesOneWins() throws Exception {
        awards.grant(member, 100);
        var id = placed(100);

        var answers = all(twenty(() -> change(id, "capture", Map.of("points", 100))));

        assertThat(answers).isEqualTo(Map.of(200, 1L, 409, 19L));
        change(id, "capture", Map.of("points", 100))
                .then()
                .statusCode(409)
                .body("type", equalTo(PROBLEMS + "hold-settled"))
                .body("state", equalTo("captured"))
                .body("captured", equalTo(100));
        points().body("spent", equalTo(100));
    }

    @Test
    void twentyParallelCapturesUnderOneKeyGetOneAnswer() throws Exception {
        awards.grant(member, 100);
        var id = placed(100);
        var key = newKey();
        var path = "/v1/holds/" + id + "/capture";

        var answers = all(twenty(() -> post(path, "shop", key, Map.of("points", 70))));

        assertThat(answers).isEqualTo(Map.of(200, 20L));
        points().body("spent", equalTo(70)).body("active", equalTo(30));
    }

    @Test
    void ofACaptureAndAVoidAtOnceOneWins() throws Exception {
        awards.grant(member, 100);
        var id = placed(100);
        var calls = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < 10; i++) {
            calls.add(() -> change(id, "capture", Map.of("points", 100)).statusCode());
            calls.add(() -> change(id, "void", "").statusCode());
        }

        assertThat(all(calls)).isEqualTo(Map.of(200, 1L, 409, 19L));
        int spent = points().extract().path("spent");
        int active = points().extract().path("active");
        assertThat(spent + active).isEqualTo(100);
        assertThat(spent * active).isZero();
    }

    @Test
    void holdsAndSpendsAtOnceNeverOverspend() throws Exception {
        awards.grant(member, 1000);
        var calls = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < 15; i++) {
            calls.add(() -> place(100).extract().statusCode());
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

        assertThat(all(calls)).isEqualTo(Map.of(201, 10L, 422, 20L));
    }

    @Test
    void moreThanTheMemberHasIsNotHeld() {
        awards.grant(member, 100);
        placed(70);

        place(40)
                .statusCode(422)
                .body("type", equalTo(PROBLEMS + "insufficient-points"))
                .body("required", equalTo(40))
                .body("available", equalTo(30))
                .body("missing", equalTo(10));
    }

    @Test
    void moreThanIsHeldIsNotCaptured() {
        awards.grant(member, 200);
        var id = placed(100);

        change(id, "capture", Map.of("points", 130))
                .then()
                .statusCode(422)
                .body("type", equalTo(PROBLEMS + "capture-exceeds-hold"))
                .body("held", equalTo(100))
                .body("missing", equalTo(30));
        change(id, "capture", Map.of("points", 100)).then().statusCode(200);
    }

    @Test
    void aWishThatWasRefusedStaysRefused() {
        var key = newKey();
        post("/v1/holds", "shop", key, wish(member, 100)).then().statusCode(422);
        awards.grant(member, 500);

        post("/v1/holds", "shop", key, wish(member, 100))
                .then()
                .statusCode(422)
                .body("available", equalTo(0));
        post("/v1/holds", "shop", key, wish(member, 99)).then().statusCode(409);
        place(100).statusCode(201);
    }

    @Test
    void theSameKeyIsOneHoldAndAnotherShopsKeyIsAnother() {
        awards.grant(member, 500);
        var key = newKey();

        String first = post("/v1/holds", "shop", key, wish(member, 100)).path("id");
        post("/v1/holds", "shop", key, wish(member, 100))
                .then()
                .statusCode(200)
                .body("id", equalTo(first));
        post("/v1/holds", "kiosk", key, wish(member, 100)).then().statusCode(201);

        points().body("held", equalTo(200));
    }

    @Test
    void aForeignHoldDoesNotExist() {
        awards.grant(member, 100);
        var id = placed(50);
        var body = Map.of("points", 1);

        post("/v1/holds/" + id + "/capture", "kiosk", newKey(), body).then().statusCode(404);
        post("/v1/holds/" + id + "/void", "kiosk", newKey(), "").then().statusCode(404);
        post("/v1/holds/" + id + "/extend", "kiosk", newKey(), Map.of("lapseAfter", "PT1H"))
                .then()
                .statusCode(404);
        see(TestTokens.pos("kiosk"), id).statusCode(404);
        see(TestTokens.pos("shop"), "not-an-id").statusCode(404);
        see(TestTokens.pos("shop"), id).statusCode(200).body("held", equalTo(50));
        see(TestTokens.staff("support"), id).statusCode(200).body("reference", equalTo("order 7"));
        see(TestTokens.staff("manager"), id).statusCode(403);
        change(newKey(), "void", "").then().statusCode(404);
    }

    private static ValidatableResponse see(String token, String id) {
        return given().auth().oauth2(token).get("/v1/holds/" + id).then();
    }

    @Test
    void membersSeeTheirOwnHoldsPageByPage() {
        awards.grant(member, 100);
        for (var i = 0; i < 3; i++) {
            placed(10);
        }
        var mine = given().auth().oauth2(TestTokens.member(member)).queryParam("limit", 2);
        String next =
                mine.get("/v1/me/holds")
                        .then()
                        .statusCode(200)
                        .body("items.size()", equalTo(2))
                        .extract()
                        .path("next");

        page(member, next).body("items.size()", equalTo(1)).body("next", equalTo(null));
        page(newMember(), next).body("items.size()", equalTo(0));
        page(member, "rubbish").statusCode(400);
    }

    private static ValidatableResponse page(String member, String cursor) {
        return given().auth()
                .oauth2(TestTokens.member(member))
                .queryParam("cursor", cursor)
                .get("/v1/me/holds")
                .then();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE, 1_000_000_000_001L, Long.MAX_VALUE})
    void pointsOutOfRangeAreRefused(long points) {
        place(points).statusCode(400).body("errors[0].field", equalTo("points"));
        var path = "/v1/holds/" + newKey() + "/capture";
        post(path, "shop", newKey(), Map.of("points", points)).then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1H", "a while", "P1000000000D"})
    void holdsLastForSomeTimeAndNotForEver(String lapseAfter) {
        awards.grant(member, 100);
        var wish = wish(member, 10);
        wish.put("lapseAfter", lapseAfter);

        var answer = post("/v1/holds", "shop", newKey(), wish).then();

        if (lapseAfter.startsWith("P1")) {
            answer.statusCode(422)
                    .body("type", equalTo(PROBLEMS + "hold-too-long"))
                    .body("longest", equalTo("PT168H"));
        } else {
            answer.statusCode(400);
        }
    }

    @Test
    void otherBadWishesGetClearAnswers() {
        var unknown = wish(member, 10);
        unknown.put("currency", "gems");
        post("/v1/holds", "shop", newKey(), unknown)
                .then()
                .statusCode(422)
                .body("type", equalTo(PROBLEMS + "currency-unknown"));
        var formula = wish(member, 10);
        formula.put("reference", "=1+1");
        post("/v1/holds", "shop", newKey(), formula).then().statusCode(400);
        post("/v1/holds", "shop", newKey(), wish("no member!", 10)).then().statusCode(400);
        post("/v1/holds", "shop", newKey(), "null").then().statusCode(400);
        post("/v1/holds", "shop", newKey(), "{\"held\":1}").then().statusCode(400);
        given().auth()
                .oauth2(TestTokens.pos("shop"))
                .contentType("application/json")
                .body(wish(member, 10))
                .post("/v1/holds")
                .then()
                .statusCode(400)
                .body("type", containsString("idempotency-key-missing"));
    }

    @Test
    void aHoldCanBeExtendedUpToItsLongest() {
        awards.grant(member, 100);
        var id = placed(10);
        var latest = Instant.parse(see(TestTokens.pos("shop"), id).extract().path("latestUntil"));

        change(id, "extend", Map.of("lapseAfter", "PT48H"))
                .then()
                .statusCode(200)
                .body("lapsesAt", equalTo(latest.minus(Duration.ofDays(5)).toString()));
        change(id, "extend", Map.of("lapseAfter", "PT1H"))
                .then()
                .body("lapsesAt", equalTo(latest.minus(Duration.ofDays(5)).toString()));
        change(id, "extend", Map.of("lapseAfter", "PT169H"))
                .then()
                .statusCode(422)
                .body("type", equalTo(PROBLEMS + "hold-too-long"))
                .body("until", equalTo(latest.toString()));
        change(id, "extend", Map.of("lapseAfter", "PT0S")).then().statusCode(400);
        change(id, "void", "").then().statusCode(200);
        change(id, "extend", Map.of("lapseAfter", "PT1H")).then().statusCode(409);
    }

    @Test
    void aLapsedHoldIsNotCapturedEvenIfNoSweepCameBy() {
        awards.grant(member, 100);
        var id = placed(60);
        var lapsesAt = Instant.parse(see(TestTokens.pos("shop"), id).extract().path("lapsesAt"));
        clock.set(lapsesAt);

        change(id, "capture", Map.of("points", 60))
                .then()
                .statusCode(409)
                .body("type", equalTo(PROBLEMS + "hold-lapsed"))
                .body("lapsedAt", equalTo(lapsesAt.toString()));

        points().body("active", equalTo(100)).body("held", equalTo(0));
        see(TestTokens.pos("shop"), id).body("status", equalTo("lapsed"));
        change(id, "void", "").then().statusCode(409).body("lapsedAt", notNullValue());
    }

    @Test
    void overdueHoldsDoNotStandInTheWayOfTheNext() {
        awards.grant(member, 100);
        var id = placed(60);
        clock.set(Instant.parse(see(TestTokens.pos("shop"), id).extract().path("lapsesAt")));

        place(100).statusCode(201);
    }

    @Test
    void theSweepEndsHoldsAndWhatTheyFreeRunsOut() {
        var expiresAt = clock.instant().plus(Duration.ofHours(1));
        awards.publish(award(member, "base:1", 1, 100, null, expiresAt));
        awards.awaitBalance(member, 100);
        var wish = wish(member, 60);
        wish.put("lapseAfter", "PT2H");
        post("/v1/holds", "shop", newKey(), wish).then().statusCode(201);

        passUntil(expiresAt);
        points().body("expired", equalTo(40)).body("held", equalTo(60));

        passUntil(expiresAt.plus(Duration.ofHours(1)));
        points().body("expired", equalTo(100)).body("held", equalTo(0)).body("active", equalTo(0));
    }

    @Test
    void aFrozenAccountPromisesNothingNewAndKeepsWhatItPromised() {
        awards.grant(member, 100);
        var first = placed(30);
        var second = placed(30);
        standing("fraud");
        try {
            place(10).statusCode(409).body("type", equalTo(PROBLEMS + "account-frozen"));
            change(first, "extend", Map.of("lapseAfter", "PT5H"))
                    .then()
                    .statusCode(409)
                    .body("type", equalTo(PROBLEMS + "account-frozen"));
            change(first, "capture", Map.of()).then().statusCode(200);
            change(second, "void", "").then().statusCode(200);
        } finally {
            standing(null);
        }
        place(10).statusCode(201);
    }

    @Test
    void aClosedAccountPromisesNothing() {
        awards.grant(member, 100);
        database.transact(
                tx ->
                        tx.update(
                                "INSERT INTO member_standing (member_id, erased_at) VALUES (?, ?)",
                                member,
                                clock.instant()));

        place(10).statusCode(409).body("type", equalTo(PROBLEMS + "account-closed"));
    }

    @Test
    void aReturnWhilePointsAreHeldIsOwedAndTheVoidPaysIt() {
        awards.publish(award(member, "base:1", 1, 100));
        awards.awaitBalance(member, 100);
        var id = placed(100);
        awards.publish(award(member, "base:1", 2, 40));
        awards.awaitBalance(member, -60);

        change(id, "void", "").then().statusCode(200);

        points().body("balance", equalTo(40)).body("arrears", equalTo(0));
    }

    private static List<Callable<Integer>> twenty(Callable<Response> call) {
        return IntStream.range(0, 20)
                .<Callable<Integer>>mapToObj(i -> () -> call.call().statusCode())
                .toList();
    }

    private static Map<Integer, Long> all(List<Callable<Integer>> calls) throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            return executor.invokeAll(calls).stream()
                    .map(future -> future.resultNow())
                    .collect(groupingBy(status -> status, counting()));
        }
    }
}
