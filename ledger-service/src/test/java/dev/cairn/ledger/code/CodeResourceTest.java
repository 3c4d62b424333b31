package dev.cairn.ledger.code;

import static dev.cairn.ledger.Awards.newMember;
import static dev.cairn.ledger.Shop.newKey;
import static dev.cairn.ledger.Shop.newReward;
import static dev.cairn.ledger.Shop.redeem;
import static dev.cairn.ledger.Shop.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.cairn.contracts.Topics;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.testing.TestTokens;
import dev.cairn.kit.testing.TopicReader;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.Calls;
import dev.cairn.ledger.LedgerTest;
import dev.cairn.ledger.Shop;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@LedgerTest
class CodeResourceTest {
    private static final String MANAGER = TestTokens.staff("manager");

    @Inject Awards awards;
    @Inject Database database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrap;

    private final String member = newMember();
    private final String prefix = UUID.randomUUID().toString();
    private String voucher;

    @BeforeEach
    void thereIsAVoucher() {
        voucher = newReward("'type':'voucher-code','price':10");
    }

    @AfterEach
    void theBooksHold() {
        Calls.theBooksHold();
    }

    private Response upload(String key, String... codes) {
        return Shop.as(MANAGER)
                .header("Idempotency-Key", key)
                .body(Map.of("codes", List.of(codes)))
                .post("/v1/rewards/" + voucher + "/codes");
    }

    private Response generate(Map<String, ?> order) {
        return Shop.post(MANAGER, "/v1/rewards/" + voucher + "/codes/generate", order);
    }

    private Response summary(String reward) {
        return Shop.as(MANAGER).get("/v1/rewards/" + reward + "/codes/summary");
    }

    private Response mine(String owner, String id) {
        return Shop.as(TestTokens.member(owner)).get("/v1/me/redemptions/" + id);
    }

    @Test
    void theCodeThatCameFirstIsHandedOutAndOnlyItsMemberSeesIt() {
        upload(newKey(), prefix + "-1", prefix + "-2")
                .then()
                .statusCode(201)
                .body("added", equalTo(2))
                .body("free", equalTo(2));
        awards.grant(member, 10);
        var key = newKey();

        var receipt = redeem(member, key, Map.of("reward", voucher));

        receipt.then()
                .statusCode(201)
                .body("status", equalTo("fulfilled"))
                .body("code", equalTo(prefix + "-1"));
        String id = receipt.path("id");
        redeem(member, key, Map.of("reward", voucher))
                .then()
                .statusCode(200)
                .body("code", equalTo(prefix + "-1"));
        mine(member, id).then().body("code", equalTo(prefix + "-1"));
        mine(newMember(), id).then().statusCode(404);
        Shop.as(TestTokens.staff("support"))
                .get("/v1/redemptions/" + id)
                .then()
                .statusCode(200)
                .body("code", nullValue());
        summary(voucher)
                .then()
                .body("free", equalTo(1))
                .body("handedOut", equalTo(1))
                .body("void", equalTo(0));
        assertThat(TopicReader.read(bootstrap, Topics.POINTS, member, 2))
                .noneMatch(told -> text(told.value()).contains(prefix));
        assertThat(storedAnswers()).noneMatch(body -> body.contains(prefix + "-1"));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private List<String> storedAnswers() {
        return database.read(
                tx ->
                        tx.query(
                                "SELECT body::text AS body FROM idempotency",
                                row -> row.text("body")));
    }

    @Test
    void aCancelledRedemptionsCodeIsVoidAndNobodyGetsItAgain() {
        upload(newKey(), prefix + "-1", prefix + "-2").then().statusCode(201);
        awards.grant(member, 20);
        var key = newKey();
        String id = redeem(member, key, Map.of("reward", voucher)).path("id");

        Shop.cancel(id).then().statusCode(200).body("balance", equalTo(20));

        mine(member, id).then().body("code", nullValue()).body("status", equalTo("cancelled"));
        redeem(member, key, Map.of("reward", voucher)).then().body("code", nullValue());
        redeem(member, voucher).then().statusCode(201).body("code", equalTo(prefix + "-2"));
        redeem(member, voucher)
                .then()
                .statusCode(409)
                .body("type", equalTo("https://cairn.dev/problems/codes-exhausted"));
        awards.awaitBalance(member, 10);
        assertThat(seen(TestTokens.member(member), voucher).getString("reason"))
                .isEqualTo("codes-exhausted");
        summary(voucher)
                .then()
                .body("free", equalTo(0))
                .body("handedOut", equalTo(1))
                .body("void", equalTo(1));
    }

    @Test
    void eachCodeIsHandedOutOnceUnderParallelWishes() throws Exception {
        generate(Map.of("count", 20)).then().statusCode(201).body("free", equalTo(20));
        awards.grant(member, 1000);
        Set<String> codes = ConcurrentHashMap.newKeySet();
        var wishes = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < 30; i++) {
            wishes.add(
                    () -> {
                        var answer = redeem(member, voucher);
                        if (answer.statusCode() == 201) {
                            codes.add(answer.path("code"));
                        }
                        return answer.statusCode();
                    });
        }

        assertThat(Calls.atOnce(wishes)).isEqualTo(Map.of(201, 20L, 409, 10L));
        assertThat(codes).hasSize(20).allMatch(code -> code.matches("[A-Z3-9]{12}"));
        awards.awaitBalance(member, 800);
    }

    @Test
    void membersInParallelGetDifferentCodes() throws Exception {
        generate(Map.of("count", 40, "length", 16)).then().statusCode(201);
        var codes = ConcurrentHashMap.<String>newKeySet();
        var wishes = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < 40; i++) {
            var buyer = newMember();
            awards.grant(buyer, 10);
            wishes.add(
                    () -> {
                        var answer = redeem(buyer, voucher);
                        codes.add(answer.path("code"));
                        return answer.statusCode();
                    });
        }

        assertThat(Calls.atOnce(wishes)).isEqualTo(Map.of(201, 40L));
        assertThat(codes).hasSize(40);
    }

    @Test
    void anUploadIsTakenAsAWholeOrNotAtAll() {
        var key = newKey();
        upload(key, prefix + "-1", prefix + "-2").then().statusCode(201);
        upload(key, prefix + "-1", prefix + "-2").then().statusCode(200).body("added", equalTo(2));
        upload(key, prefix + "-3").then().statusCode(409);
        upload(newKey(), prefix + "-3", prefix + "-2")
                .then()
                .statusCode(409)
                .body("type", equalTo("https://cairn.dev/problems/code-taken"))
                .body("places", equalTo(List.of(2)))
                .body("taken", equalTo(1));
        assertThat(storedAnswers()).noneMatch(body -> body.contains(prefix));
        upload(newKey(), prefix + "-4", prefix + "-4").then().statusCode(400);

        summary(voucher).then().body("free", equalTo(2));
    }

    @Test
    void aFileOfLinesIsTakenToo() {
        Shop.as(MANAGER)
                .contentType("text/plain")
                .header("Idempotency-Key", newKey())
                .body(prefix + "-1\n\n" + prefix + "-2\n")
                .post("/v1/rewards/" + voucher + "/codes")
                .then()
                .statusCode(201)
                .body("added", equalTo(2));
        Shop.as(MANAGER)
                .contentType("text/plain")
                .header("Idempotency-Key", newKey())
                .body("no code\n")
                .post("/v1/rewards/" + voucher + "/codes")
                .then()
                .statusCode(400)
                .body("detail", equalTo("Line 1 is no code."));
    }

    @Test
    void badOrdersGetClearAnswers() {
        generate(Map.of("count", 0)).then().statusCode(400);
        generate(Map.of("count", 10_001)).then().statusCode(400);
        generate(Map.of("count", 1, "length", 4)).then().statusCode(400);
        upload(newKey()).then().statusCode(400);
        upload(newKey(), "with space").then().statusCode(400);
        voucher = newReward("'price':10");
        generate(Map.of("count", 1))
                .then()
                .statusCode(404)
                .body("type", equalTo("https://cairn.dev/problems/reward-unknown"));
        summary("r-nowhere").then().statusCode(404);
    }

    @Test
    void onlyManagersFillPools() {
        for (var role : List.of("support", "auditor", "operator")) {
            Shop.post(
                            TestTokens.staff(role),
                            "/v1/rewards/" + voucher + "/codes/generate",
                            Map.of("count", 1))
                    .then()
                    .statusCode(403);
        }
    }
}
