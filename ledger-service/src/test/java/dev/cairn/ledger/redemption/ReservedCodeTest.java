package dev.cairn.ledger.redemption;

import static dev.cairn.ledger.Awards.newMember;
import static dev.cairn.ledger.Calls.post;
import static dev.cairn.ledger.Calls.refused;
import static dev.cairn.ledger.Shop.newReward;
import static dev.cairn.ledger.Shop.redeem;
import static dev.cairn.ledger.redemption.Reserving.captured;
import static dev.cairn.ledger.redemption.Reserving.lapsesAt;
import static dev.cairn.ledger.redemption.Reserving.mine;
import static dev.cairn.ledger.redemption.Reserving.reserve;
import static dev.cairn.ledger.redemption.Reserving.reserved;
import static dev.cairn.ledger.redemption.Reserving.voided;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.clock.Sweeps;
import dev.cairn.kit.testing.TestTokens;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.Calls;
import dev.cairn.ledger.LedgerTest;
import dev.cairn.ledger.Shop;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A code that is only reserved is shown to nobody; so it can still be somebody else's. */
@LedgerTest
class ReservedCodeTest {
    private static final String MANAGER = TestTokens.staff("manager");

    @Inject Awards awards;
    @Inject CairnClock clock;
    @Inject Sweeps sweeps;

    private final String member = newMember();
    private final String other = newMember();
    private final String code = "CODE-" + member;
    private String voucher;

    @BeforeEach
    void thereIsOneCode() {
        voucher = newReward("'type':'voucher-code','price':10");
        var codes = Map.of("codes", List.of(code));
        post(MANAGER, "/v1/rewards/" + voucher + "/codes", codes).then().statusCode(201);
        awards.grant(member, 10);
        awards.grant(other, 10);
    }

    @AfterEach
    void theBooksHold() {
        Calls.theBooksHold();
    }

    private ValidatableResponse summary() {
        return Calls.get(MANAGER, "/v1/rewards/" + voucher + "/codes/summary").then();
    }

    private void nobodyUses() {
        var use = post(Reserving.SHOP, "/v1/codes/use", Map.of("code", code));
        refused(use, 404, "code-unknown");
    }

    @Test
    void theMemberSeesTheCodeOnceItIsCaptured() {
        var hold = reserve(member, voucher);
        String id = hold.path("id");
        assertThat(hold.asString()).doesNotContain(code);
        mine(member, id).body("status", equalTo("reserved")).body("code", nullValue());
        summary().body("free", equalTo(0)).body("reserved", equalTo(1));
        nobodyUses();

        var capture = captured(id).extract().asString();

        assertThat(capture).doesNotContain(code);
        mine(member, id).body("status", equalTo("fulfilled")).body("code", equalTo(code));
        Calls.get(TestTokens.staff("support"), "/v1/redemptions/" + id)
                .then()
                .statusCode(200)
                .body("code", nullValue());
        summary().body("reserved", equalTo(0)).body("handedOut", equalTo(1));
        post(Reserving.SHOP, "/v1/codes/use", Map.of("code", code)).then().statusCode(200);
        refused(Shop.cancel(id), 409, "code-used");
    }

    @Test
    void aCodeThatWasNeverShownGoesBackToItsPool() {
        var id = reserved(member, voucher);
        refused(redeem(other, voucher), 409, "codes-exhausted");
        refused(reserve(other, voucher), 409, "codes-exhausted");

        voided(id);

        mine(member, id).body("status", equalTo("cancelled")).body("code", nullValue());
        summary().body("free", equalTo(1)).body("void", equalTo(0));
        nobodyUses();
        redeem(other, voucher).then().statusCode(201).body("code", equalTo(code));
        mine(member, id).body("code", nullValue());
    }

    @Test
    void aCodeIsFreeAgainWhenTheHoldLapses() {
        var id = reserved(member, voucher);
        clock.set(lapsesAt(id));
        mine(member, id).body("status", equalTo("cancelled")).body("code", nullValue());

        sweeps.runDue();

        redeem(other, voucher).then().statusCode(201).body("code", equalTo(code));
    }

    @Test
    void aCodeThatWasShownIsVoidOnceTheRedemptionIsCancelled() {
        var id = reserved(member, voucher);
        captured(id);

        Shop.cancel(id).then().statusCode(200).body("balance", equalTo(10));

        mine(member, id).body("status", equalTo("cancelled")).body("code", nullValue());
        summary().body("free", equalTo(0)).body("void", equalTo(1));
        refused(redeem(other, voucher), 409, "codes-exhausted");
    }
}
