package dev.cairn.ledger.once;

import static dev.cairn.ledger.Calls.newKey;
import static dev.cairn.ledger.Calls.refused;
import static dev.cairn.ledger.once.Scene.MANAGER;
import static dev.cairn.ledger.once.Scene.SHOP;
import static dev.cairn.ledger.once.Scene.SUPPORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.cairn.contracts.MemberEvent.MemberErased;
import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.LedgerTest;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A refused command stays refused under its key, for the same reason and with the same numbers. */
@LedgerTest
class KeptRefusalsTest {
    private static final String NOWHERE = "00000000-0000-4000-8000-000000000000";
    private static final Map<String, Function<Scene, Command>> REFUSED = refusals();

    @Inject Awards awards;
    @Inject CairnClock clock;
    @Inject Database database;

    private final String key = newKey();

    static Stream<String> kinds() {
        return REFUSED.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aRefusalIsAnAnswerThatStays(String kind) {
        var command = REFUSED.get(kind).apply(new Scene(new Diary(awards)));
        var expected = kind.substring(kind.lastIndexOf(' ') + 1);

        var first = command.send(key);
        refused(first, first.statusCode(), expected);
        assertThat(stored()).isEqualTo(first.statusCode());
        assertThat(command.send(key).asString()).isEqualTo(first.asString());
    }

    /** The member's code is still good after a quote that could not be made. */
    @Test
    void whatARefusedCommandDidIsTakenBack() {
        var scene = new Scene(new Diary(awards));
        var quoting = scene.partnerQuoting();

        refused(quoting.with("moneyCurrency", "USD").send(key), 400, "invalid-request");

        quoting.send(newKey()).then().statusCode(201);
    }

    @Test
    void pointsOfWhoWasErasedDoNotComeBackAndThatStaysSo() {
        var scene = new Scene(new Diary(awards));
        var refunding = scene.refundingAPayment();
        var erased = Diary.record(new MemberErased(scene.member, clock.instant()));
        awards.publish(List.of(erased));
        awards.awaitBalance(scene.member, 0);

        refused(refunding.send(key), 409, "account-closed");
        assertThat(stored()).isEqualTo(409);
    }

    /** Neither answers nor errors repeat what no currency is called. */
    @Test
    void aCurrencyThatCannotBeOneIsRefused() {
        var scene = new Scene(new Diary(awards));
        for (var name : List.of("\u0000", "", "x".repeat(33), "two words")) {
            refused(scene.placing().with("currency", name).send(newKey()), 400, "invalid-request");
            var giving = gift(scene).with("currency", name);
            refused(giving.send(newKey()), 400, "invalid-request").body("currency", equalTo(null));
        }
    }

    private static Command gift(Scene scene) {
        return Command.post(
                scene.token, "/v1/me/transfers", Map.of("to", scene.other, "points", 10));
    }

    private int stored() {
        return database.read(
                tx ->
                        tx.first(
                                        "SELECT status FROM idempotency WHERE key = ?",
                                        row -> row.intValue("status"),
                                        key)
                                .orElse(0));
    }

    private static Map<String, Function<Scene, Command>> refusals() {
        var all = new LinkedHashMap<String, Function<Scene, Command>>();
        all.put("hold: currency-unknown", s -> s.placing().with("currency", "shells"));
        for (var what : List.of("capture", "void")) {
            all.put(what + ": not-found", s -> ofNoHold(SHOP, "/v1/holds/", what));
            all.put(
                    "partner " + what + ": not-found",
                    s -> ofNoHold(s.till, "/v1/partner/holds/", what));
        }
        all.put(
                "extension: not-found",
                s -> ofNoHold(SHOP, "/v1/holds/", "extend").with("lapseAfter", "PT9M"));
        all.put(
                "partner refund: not-found",
                s -> ofNoHold(s.till, "/v1/partner/holds/", "refunds"));
        all.put(
                "quoted hold: not-found",
                s ->
                        Command.post(
                                SHOP,
                                "/v1/quotes/" + NOWHERE + "/hold",
                                Map.of("reference", "o-1")));
        all.put("gift: currency-unknown", s -> gift(s).with("currency", "shells"));
        all.put("gift: transfer-not-possible", s -> gift(s).with("to", s.member));
        all.put("support: currency-unknown", s -> moving(s).with("currency", "shells"));
        all.put("support: reason-unknown", s -> moving(s).with("reason", "mood"));
        all.put(
                "conversion: currency-unknown",
                s ->
                        Command.post(
                                s.token,
                                "/v1/me/conversions",
                                Map.of("from", "points", "to", "shells", "points", 30)));
        all.put("adjustment: currency-unknown", s -> adjusting(s).with("currency", "shells"));
        all.put("adjustment: reason-unknown", s -> adjusting(s).with("reason", "mood"));
        all.put(
                "adjustment: invalid-request",
                s -> adjusting(s).with("expiresAt", "2026-01-01T00:00:00Z"));
        all.put("reinstatement: currency-unknown", s -> reinstating(s).with("currency", "shells"));
        all.put("reinstatement: reason-unknown", s -> reinstating(s).with("reason", "mood"));
        all.put(
                "donation: household-unknown",
                s -> Command.post(s.token, "/v1/me/household/donations", Map.of("points", 20)));
        all.put(
                "donation: currency-unknown",
                s -> s.inHousehold("donations", Map.of("points", 20, "currency", "shells")));
        all.put(
                "leaving: household-unknown",
                s -> Command.delete(s.token, "/v1/me/household/membership"));
        all.put(
                "removing: household-unknown",
                s -> Command.delete(s.token, "/v1/me/household/members/" + s.other));
        all.put("redemption: reward-unknown", s -> s.redeeming().with("reward", "nothing"));
        all.put("quote: reward-unknown", s -> s.quoting().with("reward", "nothing"));
        all.put(
                "refund: not-found",
                s ->
                        Command.post(
                                SHOP,
                                "/v1/redemptions/" + NOWHERE + "/refunds",
                                Map.of("points", 5)));
        all.put("refund: refund-exceeds-capture", s -> s.refundingAPayment().with("points", 201));
        all.put(
                "codes: reward-unknown",
                s ->
                        Command.post(
                                MANAGER, "/v1/rewards/nothing/codes/generate", Map.of("count", 3)));
        all.put("settlement: partner-unknown", s -> settling("nobody"));
        all.put("settlement: invalid-request", s -> settling(s.partner));
        return all;
    }

    private static Command ofNoHold(String token, String path, String what) {
        return Command.post(token, path + NOWHERE + "/" + what, null);
    }

    private static Command moving(Scene s) {
        return Command.post(
                SUPPORT,
                "/v1/transfers",
                Map.of("from", s.member, "to", s.other, "points", 10, "reason", "goodwill"));
    }

    private static Command adjusting(Scene s) {
        return Command.post(
                SUPPORT,
                "/v1/adjustments",
                Map.of("member", s.member, "points", 10, "reason", "goodwill"));
    }

    private static Command reinstating(Scene s) {
        return Command.post(
                SUPPORT,
                "/v1/members/" + s.member + "/points/reinstatements",
                Map.of("reason", "goodwill", "expiresAt", "2999-01-01T00:00:00Z"));
    }

    private static Command settling(String partner) {
        return Command.post(
                MANAGER, "/v1/partners/" + partner + "/settlements", Map.of("to", "2026-01-01"));
    }
}
