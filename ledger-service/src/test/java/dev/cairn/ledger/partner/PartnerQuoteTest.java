package dev.cairn.ledger.partner;

import static dev.cairn.ledger.Calls.atOnce;
import static dev.cairn.ledger.Calls.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.Calls;
import dev.cairn.ledger.LedgerTest;
import dev.cairn.ledger.erasure.ForgetMember;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a partner promises a member, and how it knows that it is the member. */
@LedgerTest
class PartnerQuoteTest {
    @Inject Awards awards;
    @Inject CairnClock clock;
    @Inject Database database;
    @Inject @Any Instance<ForgetMember> forgetful;

    private final Till till = new Till();

    @BeforeEach
    void aPartnerAcceptsPoints() {
        till.opens();
    }

    @AfterEach
    void theBooksHold() {
        Calls.theBooksHold();
    }

    @Test
    void pointsCanBeNamedInsteadOfMoney() {
        till.quote(Map.of("points", 501))
                .statusCode(201)
                .body("points", equalTo(501))
                .body("amountMinor", equalTo(250));
        till.quote(Map.of("points", 1)).statusCode(400).body("amountMinor", equalTo(0));
        till.quote(Map.of()).statusCode(400);
        till.quote(Map.of("points", 10, "amountMinor", 5)).statusCode(400);
        till.quote(Map.of("points", 0)).statusCode(400);
        till.quote(Map.of("amountMinor", -5)).statusCode(400);
        till.quote(Map.of("points", 10, "moneyCurrency", "USD"))
                .statusCode(400)
                .body("detail", containsString("EUR"));
    }

    @Test
    void aCodeIsGoodOnceAndForAShortTime() {
        var code = till.code();
        till.quote(Map.of("points", 10, "code", code.toLowerCase())).statusCode(201);
        till.quote(Map.of("points", 10, "code", code))
                .statusCode(422)
                .body("type", problem("member-code-invalid"));
        var replaced = till.code();
        var newest = till.code();
        till.quote(Map.of("points", 10, "code", replaced)).statusCode(422);
        clock.set(clock.instant().plus(Duration.ofMinutes(10)));
        till.quote(Map.of("points", 10, "code", newest)).statusCode(422);
    }

    @Test
    void theCodeOfAMemberWhoIsForgottenIsNotGoodAnyMore() {
        var code = till.code();
        database.transact(tx -> forgetful.forEach(bean -> bean.forget(tx, till.member)));

        till.quote(Map.of("points", 10, "code", code)).statusCode(422);
    }

    /** An id is no credential. */
    @Test
    void theMembersIdIsNoCode() {
        till.quote(Map.of("points", 10, "code", till.member)).statusCode(400);
        till.quote(Map.of("points", 10, "code", "AAAAAAAAAA")).statusCode(422);
        till.post("/v1/partner/quotes", Map.of("points", 10, "member", till.member))
                .then()
                .statusCode(400);
    }

    @Test
    void aQuoteLeadsToOnePurchase() throws Exception {
        awards.grant(till.member, 1000);
        var quote = till.quoted(100);

        var answers =
                atOnce(
                        IntStream.range(0, 10)
                                .<Callable<Integer>>mapToObj(
                                        i -> () -> till.reserve(quote).extract().statusCode())
                                .toList());

        assertThat(answers).isEqualTo(Map.of(201, 1L, 409, 9L));
        till.points().body("active", equalTo(800)).body("held", equalTo(200));
        till.reserve(quote)
                .statusCode(409)
                .body("type", problem("quote-used"))
                .body("hold", notNullValue());
    }

    @Test
    void anOldQuoteIsRefusedAndALateRateDoesNotChangeAYoungOne() {
        awards.grant(till.member, 1000);
        var old = till.quoted(100);
        clock.set(clock.instant().plus(Duration.ofMinutes(15)));
        till.reserve(old).statusCode(409).body("type", problem("quote-expired"));

        var young = till.quoted(100);
        till.define(till.with("rates", List.of(Till.rate("2026-9", "2026-02-01T00:00:00Z", 1, 9))))
                .then()
                .statusCode(200);
        till.reserve(young).statusCode(201).body("points", equalTo(200));
        till.quote(Map.of("amountMinor", 10))
                .body("points", equalTo(90))
                .body("rate", equalTo("2026-9"));
    }
}
