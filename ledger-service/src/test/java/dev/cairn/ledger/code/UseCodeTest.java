package dev.cairn.ledger.code;

import static dev.cairn.ledger.Awards.newMember;
import static dev.cairn.ledger.Calls.newKey;
import static dev.cairn.ledger.Calls.post;
import static dev.cairn.ledger.Calls.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.testing.TestTokens;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.Calls;
import dev.cairn.ledger.LedgerTest;
import dev.cairn.ledger.Shop;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@LedgerTest
class UseCodeTest {
    private static final String MANAGER = TestTokens.staff("manager");
    private static final String TILL = TestTokens.pos("shop");

    @Inject Awards awards;
    @Inject CairnClock clock;

    private final String member = newMember();
    private String voucher;
    private String redemption;
    private String code;

    @BeforeEach
    void aMemberGotACode() {
        voucher = Shop.newReward("'type':'voucher-code','price':10");
        var order = Map.of("count", 2);
        post(MANAGER, "/v1/rewards/" + voucher + "/codes/generate", order).then().statusCode(201);
        awards.grant(member, 10);
        var receipt = Shop.redeem(member, voucher).then().statusCode(201).extract();
        redemption = receipt.path("id");
        code = receipt.path("code");
    }

    @AfterEach
    void theBooksHold() {
        Calls.theBooksHold();
    }

    private static Response use(String token, String shown) {
        return post(token, "/v1/codes/use", Map.of("code", shown));
    }

    @Test
    void aCodeIsUsedOnceAndThenItsRedemptionStands() {
        var partner = TestTokens.of("service-account-acme", "acme-till", "partner").token();

        use(partner, code)
                .then()
                .statusCode(200)
                .body("reward", equalTo(voucher))
                .body("redemption", equalTo(redemption))
                .body("usedAt", equalTo(clock.instant().toString()))
                .body("code", equalTo(null));

        var usedAt = clock.instant().toString();
        refused(use(TILL, code), 409, "code-used").body("usedAt", equalTo(usedAt));
        refused(Shop.cancel(redemption), 409, "code-used").body("usedAt", equalTo(usedAt));
        awards.awaitBalance(member, 0);
        summary().body("free", equalTo(1)).body("handedOut", equalTo(1)).body("used", equalTo(1));
    }

    private ValidatableResponse summary() {
        return Shop.as(MANAGER).get("/v1/rewards/" + voucher + "/codes/summary").then();
    }

    @Test
    void theSameCallAgainIsNoSecondUse() {
        var key = newKey();
        var wish = Map.of("code", code);

        var first = post(TILL, "/v1/codes/use", wish, key);
        first.then().statusCode(200);

        assertThat(post(TILL, "/v1/codes/use", wish, key).asString()).isEqualTo(first.asString());
    }

    @Test
    void aVoidCodeIsWorthNothing() {
        Shop.cancel(redemption).then().statusCode(200);

        refused(use(TILL, code), 409, "code-void")
                .body("voidedAt", equalTo(clock.instant().toString()));
    }

    /** Nobody finds out by trying what waits in a pool. */
    @Test
    void aCodeThatNobodyGotIsUnknown() {
        var waiting = voucher + "-waiting";
        var codes = Map.of("codes", List.of(waiting));
        post(MANAGER, "/v1/rewards/" + voucher + "/codes", codes).then().statusCode(201);

        var answer = refused(use(TILL, waiting), 404, "code-unknown").extract().asString();

        assertThat(use(TILL, "guess").asString()).isEqualTo(answer);
        for (var nonsense : List.of("", "two words", "\u0000", "x".repeat(101))) {
            refused(use(TILL, nonsense), 400, "invalid-request");
        }
        assertThat(use(TestTokens.member(member), code).statusCode()).isEqualTo(403);
        assertThat(use(MANAGER, code).statusCode()).isEqualTo(403);
    }

    @Test
    void aCodeIsEitherUsedOrVoidUnderParallelCalls() throws Exception {
        var calls = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < 10; i++) {
            calls.add(() -> use(TILL, code).statusCode());
            calls.add(() -> Shop.cancel(redemption).statusCode() == 200 ? 299 : 498);
        }

        var answers = Calls.atOnce(calls);

        var used = answers.getOrDefault(200, 0L);
        assertThat(answers)
                .isEqualTo(
                        used == 1
                                ? Map.of(200, 1L, 409, 9L, 498, 10L)
                                : Map.of(409, 10L, 299, 10L));
    }
}
