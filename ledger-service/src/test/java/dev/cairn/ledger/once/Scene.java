package dev.cairn.ledger.once;

import static dev.cairn.ledger.Awards.award;
import static dev.cairn.ledger.Awards.newMember;
import static org.hamcrest.Matchers.equalTo;

import dev.cairn.kit.testing.TestTokens;
import dev.cairn.ledger.Calls;
import dev.cairn.ledger.Shop;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Two members, a shop and a partner, and what they did before a command. */
final class Scene {
    static final String SUPPORT = TestTokens.staff("support");
    static final String MANAGER = TestTokens.staff("manager");
    static final String SHOP = TestTokens.pos("shop");

    private static final Instant LOST = Instant.parse("2026-02-28T12:00:00Z");
    private static final String RATES =
            "'payment':{'money':'EUR','rates':[{'version':'1','since':'2020-01-01T00:00:00Z',"
                    + "'points':2,'minor':1}]}";

    final String member = newMember();
    final String other = newMember();
    final String token = TestTokens.member(member);
    final String partner = "p-" + UUID.randomUUID();
    final String till =
            TestTokens.of("service-account-" + partner, partner + "-till", "partner").token();
    final String perk = Shop.newReward("'price':10");
    final String payment = Shop.newReward(RATES);
    final String voucher = Shop.newReward("'type':'voucher-code','price':10");

    private final Diary diary;

    Scene(Diary diary) {
        this.diary = diary;
        diary.publish(award(member, "base:first", 1, 1000));
        diary.awaitBalance(member, 1000);
        setPartner(true);
    }

    /** What managers, support and time do to everything that the commands need. */
    void turnEverythingOff() {
        Shop.put(perk, "'price':10,'active':false").then().statusCode(200);
        Shop.put(payment, RATES + ",'active':false").then().statusCode(200);
        Shop.put(voucher, "'type':'voucher-code','price':10,'active':false").then().statusCode(200);
        setPartner(false);
        Calls.freeze(member);
    }

    private void setPartner(boolean active) {
        var rate = Map.of("version", "1", "since", "2026-01-01T00:00:00Z", "minor", 1, "points", 2);
        var definition =
                Map.of(
                        "name",
                        "Acme",
                        "client",
                        partner + "-till",
                        "moneyCurrency",
                        "EUR",
                        "rates",
                        List.of(rate),
                        "active",
                        active);
        Calls.put(MANAGER, "/v1/partners/" + partner, definition);
    }

    /** Points that ran out before they were known. */
    void loses(long points) {
        diary.publish(
                award(member, "base:lost", 1, points, null, LOST), award(member, "base:p", 1, 1));
        diary.awaitBalance(member, 1001);
    }

    private String id(Command command) {
        return diary.send(command).then().statusCode(201).extract().path("id");
    }

    Command placing() {
        return Command.post(
                SHOP, "/v1/holds", Map.of("member", member, "points", 50, "reference", "o-1"));
    }

    /** A command of the shop about a hold that it has placed. */
    Command onHold(String what, Map<String, ?> body) {
        return Command.post(SHOP, "/v1/holds/" + id(placing()) + "/" + what, body);
    }

    Command refundingAHold() {
        var capture = onHold("capture", Map.of("points", 30));
        diary.send(capture).then().statusCode(200);
        return Command.post(
                SHOP,
                capture.path().replace("/capture", "/refund"),
                Map.of("points", 10, "reason", "returned"));
    }

    Command quoting() {
        return Command.post(
                token,
                "/v1/me/quotes",
                Map.of("reward", payment, "amountMinor", 100, "moneyCurrency", "EUR"));
    }

    Command holdingTheQuote() {
        return Command.post(
                SHOP, "/v1/quotes/" + id(quoting()) + "/hold", Map.of("reference", "o-2"));
    }

    Command redeeming() {
        return Command.post(token, "/v1/me/redemptions", Map.of("reward", perk));
    }

    Command usingACode() {
        var codes = Map.of("codes", List.of(voucher + "-use"));
        diary.send(Command.post(MANAGER, "/v1/rewards/" + voucher + "/codes", codes))
                .then()
                .statusCode(201);
        var redeeming = Command.post(token, "/v1/me/redemptions", Map.of("reward", voucher));
        return Command.post(
                SHOP, "/v1/codes/use", Map.of("code", diary.send(redeeming).path("code")));
    }

    Command refundingAPayment() {
        var redeeming = Command.post(token, "/v1/me/redemptions", Map.of("quote", id(quoting())));
        return Command.post(
                SHOP, "/v1/redemptions/" + id(redeeming) + "/refunds", Map.of("points", 20));
    }

    Command partnerQuoting() {
        String code = Calls.post(token, "/v1/me/partner-codes", "").path("code");
        return Command.post(till, "/v1/partner/quotes", Map.of("code", code, "amountMinor", 100));
    }

    Command partnerHolding() {
        return Command.post(
                till,
                "/v1/partner/holds",
                Map.of("quote", id(partnerQuoting()), "reference", "bill 1"));
    }

    Command onPartnerHold(String what, Map<String, ?> body) {
        return Command.post(till, "/v1/partner/holds/" + id(partnerHolding()) + "/" + what, body);
    }

    Command partnerRefunding() {
        var capture = onPartnerHold("capture", Map.of());
        diary.send(capture).then().statusCode(200);
        return Command.post(
                till, capture.path().replace("/capture", "/refunds"), Map.of("points", 20));
    }

    Command founding() {
        return Command.post(token, "/v1/me/household", null);
    }

    Command joining() {
        var owner = TestTokens.member(newMember());
        id(Command.post(owner, "/v1/me/household", null));
        String invitation = Calls.post(owner, "/v1/me/household/invitations", "").path("token");
        return Command.post(token, "/v1/me/household/join", Map.of("token", invitation));
    }

    Command leaving() {
        id(founding());
        return Command.delete(token, "/v1/me/household/membership");
    }

    Command removing() {
        String household = id(founding());
        String invitation = Calls.post(token, "/v1/me/household/invitations", "").path("token");
        var joining =
                Command.post(
                        TestTokens.member(other),
                        "/v1/me/household/join",
                        Map.of("token", invitation));
        diary.send(joining).then().statusCode(201).body("id", equalTo(household));
        return Command.delete(token, "/v1/me/household/members/" + other);
    }

    Command inHousehold(String what, Object body) {
        id(founding());
        return Command.post(token, "/v1/me/household/" + what, body);
    }

    Command withdrawing() {
        diary.send(inHousehold("donations", Map.of("points", 100))).then().statusCode(201);
        return Command.post(token, "/v1/me/household/withdrawals", Map.of("points", 40));
    }
}
