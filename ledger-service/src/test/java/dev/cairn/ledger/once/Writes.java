package dev.cairn.ledger.once;

import static dev.cairn.ledger.once.Scene.MANAGER;
import static dev.cairn.ledger.once.Scene.SUPPORT;

import dev.cairn.kit.clock.CairnClock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Every command that takes an Idempotency-Key, by its operation, and how it comes about. */
final class Writes {
    private static final ZoneId ZONE = ZoneId.of("Europe/London");

    private final CairnClock clock;
    private final Map<String, Function<Scene, Command>> byOperation = new LinkedHashMap<>();

    Writes(CairnClock clock) {
        this.clock = clock;
        byMembers();
        byShops();
        byPartners();
        byStaff();
    }

    Map<String, Function<Scene, Command>> byOperation() {
        return byOperation;
    }

    private void byMembers() {
        add(
                "/v1/me/transfers",
                s ->
                        Command.post(
                                s.token, "/v1/me/transfers", Map.of("to", s.other, "points", 10)));
        add(
                "/v1/me/conversions",
                s ->
                        Command.post(
                                s.token,
                                "/v1/me/conversions",
                                Map.of("from", "points", "to", "miles", "points", 30)));
        add("/v1/me/quotes", Scene::quoting);
        add("/v1/me/redemptions", Scene::redeeming);
        add("/v1/me/household", Scene::founding);
        add("/v1/me/household/join", Scene::joining);
        add("/v1/me/household/donations", s -> s.inHousehold("donations", Map.of("points", 20)));
        add("/v1/me/household/withdrawals", Scene::withdrawing);
        byOperation.put("DELETE /v1/me/household/membership", Scene::leaving);
        byOperation.put("DELETE /v1/me/household/members/{}", Scene::removing);
    }

    private void byShops() {
        add("/v1/holds", Scene::placing);
        add("/v1/holds/{}/extend", s -> s.onHold("extend", Map.of("lapseAfter", "PT20M")));
        add("/v1/holds/{}/capture", s -> s.onHold("capture", Map.of("points", 20)));
        add("/v1/holds/{}/void", s -> s.onHold("void", null));
        add("/v1/holds/{}/refund", Scene::refundingAHold);
        add("/v1/codes/use", Scene::usingACode);
        add("/v1/quotes/{}/hold", Scene::holdingTheQuote);
        add("/v1/redemptions/{}/refunds", Scene::refundingAPayment);
    }

    private void byPartners() {
        add("/v1/partner/quotes", Scene::partnerQuoting);
        add("/v1/partner/holds", Scene::partnerHolding);
        add("/v1/partner/holds/{}/capture", s -> s.onPartnerHold("capture", Map.of("points", 9)));
        add("/v1/partner/holds/{}/void", s -> s.onPartnerHold("void", null));
        add("/v1/partner/holds/{}/refunds", Scene::partnerRefunding);
    }

    private void byStaff() {
        add(
                "/v1/transfers",
                s ->
                        Command.post(
                                SUPPORT,
                                "/v1/transfers",
                                Map.of(
                                        "from",
                                        s.member,
                                        "to",
                                        s.other,
                                        "points",
                                        10,
                                        "reason",
                                        "goodwill")));
        add(
                "/v1/adjustments",
                s ->
                        Command.post(
                                SUPPORT,
                                "/v1/adjustments",
                                Map.of(
                                        "member",
                                        s.member,
                                        "points",
                                        10,
                                        "reason",
                                        "goodwill",
                                        "expiresAt",
                                        soon())));
        add("/v1/members/{}/points/reinstatements", this::reinstating);
        add(
                "/v1/rewards/{}/codes",
                s ->
                        Command.post(
                                MANAGER,
                                "/v1/rewards/" + s.voucher + "/codes",
                                Map.of("codes", List.of(s.voucher + "-1"))));
        add(
                "/v1/rewards/{}/codes/generate",
                s ->
                        Command.post(
                                MANAGER,
                                "/v1/rewards/" + s.voucher + "/codes/generate",
                                Map.of("count", 3)));
        add("/v1/partners/{}/settlements", this::settling);
    }

    private void add(String path, Function<Scene, Command> command) {
        byOperation.put("POST " + path, command);
    }

    private Command reinstating(Scene scene) {
        scene.loses(60);
        return Command.post(
                SUPPORT,
                "/v1/members/" + scene.member + "/points/reinstatements",
                Map.of("points", 20, "reason", "goodwill", "expiresAt", soon()));
    }

    private Command settling(Scene scene) {
        clock.set(clock.instant().plus(Duration.ofDays(2)));
        var today = clock.instant().atZone(ZONE).toLocalDate();
        return Command.post(
                MANAGER,
                "/v1/partners/" + scene.partner + "/settlements",
                Map.of("to", today.toString()));
    }

    private String soon() {
        return clock.instant().plus(Duration.ofHours(1)).toString();
    }
}
