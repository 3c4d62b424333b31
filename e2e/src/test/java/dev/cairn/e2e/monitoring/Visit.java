package dev.cairn.e2e.monitoring;

import static dev.cairn.devstack.Component.LEDGER;
import static dev.cairn.devstack.Component.NOTIFY;
import static dev.cairn.devstack.Component.RULES;
import static dev.cairn.devstack.Component.SEGMENT;

import dev.cairn.devstack.Component;
import dev.cairn.devstack.client.Json;
import dev.cairn.e2e.platform.Activity;
import dev.cairn.e2e.platform.Cairn;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;

/** A member that does a bit of everything, so that every measure of the platform moves. */
final class Visit {
    private static final long PRICE = 15_000;

    private final Cairn cairn;
    private final String member;

    private Visit(Cairn cairn) {
        this.cairn = cairn;
        this.member = cairn.freshMember();
    }

    /** Lets a new member enrol, shop, return, redeem and read; returns when all of it is done. */
    static void happens(Cairn cairn) {
        new Visit(cairn).happens();
    }

    private void happens() {
        var noon = nextMonday();
        enrols();
        for (var order = 1; order <= 3; order++) {
            reports(Activity.purchase(member + "-" + order, member, at(noon, order), PRICE));
        }
        cairn.settle();
        reports(Activity.returned(member + "-back", member, member + "-3", at(noon, 4), "1", 1));
        redeems("coffee");
        redeems("no-such-reward");
        reads();
        Component.SERVICES.forEach(service -> cairn.nobody().get(service, "/v1/me/nothing"));
        cairn.nobody().get(LEDGER, "/v1/me/points");
        cairn.settle();
    }

    /** No weekend, no quiet hours; what falls due by then is done. */
    private Instant nextMonday() {
        var monday =
                cairn.now()
                        .atZone(ZoneOffset.UTC)
                        .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                        .with(LocalTime.NOON)
                        .toInstant();
        cairn.advance(monday);
        return monday;
    }

    private static Instant at(Instant noon, int minute) {
        return noon.plusSeconds(60L * minute);
    }

    private void enrols() {
        cairn.shop()
                .put(
                        SEGMENT,
                        "/v1/members/" + member,
                        Json.text(Map.of("zone", "Europe/London", "locale", "en")))
                .expect(201);
        cairn.settle();
        var itself = cairn.member(member);
        itself.put(
                        NOTIFY,
                        "/v1/me/contact-points/email",
                        Json.text(Map.of("address", Cairn.address(member))))
                .expect(200);
        itself.put(
                        NOTIFY,
                        "/v1/me/consents/loyalty/email",
                        Json.text(Map.of("granted", true, "origin", "app")))
                .expect(200);
    }

    private void reports(Activity activity) {
        cairn.shop().post(RULES, "/v1/activities", activity.json()).expect(202);
    }

    private void redeems(String reward) {
        cairn.member(member)
                .send(
                        LEDGER,
                        "POST",
                        "/v1/me/redemptions",
                        Json.text(Map.of("reward", reward)),
                        Map.of("Idempotency-Key", member + "-" + reward));
    }

    private void reads() {
        var itself = cairn.member(member);
        itself.get(LEDGER, "/v1/me/points").expect(200);
        itself.get(RULES, "/v1/me/progress").expect(200);
        itself.get(SEGMENT, "/v1/me/segments").expect(200);
        itself.get(NOTIFY, "/v1/me/inbox").expect(200);
    }
}
