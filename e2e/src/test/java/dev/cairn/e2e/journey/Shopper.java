package dev.cairn.e2e.journey;

import static dev.cairn.devstack.Component.LEDGER;
import static dev.cairn.devstack.Component.NOTIFY;
import static dev.cairn.devstack.Component.RULES;
import static dev.cairn.devstack.Component.SEGMENT;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.devstack.Component;
import dev.cairn.devstack.client.Json;
import dev.cairn.e2e.platform.Activity;
import dev.cairn.e2e.platform.Cairn;
import dev.cairn.e2e.platform.Reply;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A member that goes shopping and looks at what it gets for it. */
final class Shopper {

    private final Cairn cairn;
    private final String member;
    private int orders;

    Shopper(Cairn cairn, String member) {
        this.cairn = cairn;
        this.member = member;
    }

    /** Moves time to the next Monday at noon: no weekend, no quiet hours, no week's end near. */
    Instant nextMonday() {
        Instant monday =
                cairn.now()
                        .atZone(ZoneOffset.UTC)
                        .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                        .with(LocalTime.NOON)
                        .toInstant();
        cairn.advance(monday);
        return monday;
    }

    void enrol(String zone, String locale) {
        String path = "/v1/members/" + member;
        String profile = Json.text(Map.of("zone", zone, "locale", locale));
        cairn.shop().put(SEGMENT, path, profile).expect(201);
        cairn.shop().put(SEGMENT, path, profile).expect(200);
        cairn.settle();
    }

    /** Leaves an address and agrees to mails about its points. */
    void reachable() {
        cairn.member(member)
                .put(
                        NOTIFY,
                        "/v1/me/contact-points/email",
                        Json.text(Map.of("address", Cairn.address(member))))
                .expect(200);
        cairn.member(member)
                .put(
                        NOTIFY,
                        "/v1/me/consents/loyalty/email",
                        Json.text(Map.of("granted", true, "origin", "app")))
                .expect(200);
    }

    /** An activity id that is not used yet. */
    String next() {
        return member + "-" + ++orders;
    }

    /** A purchase of one piece; returns its id. */
    String buys(long price, Instant at) {
        String id = next();
        reports(Activity.purchase(id, member, at, price));
        return id;
    }

    void reports(Activity activity) {
        cairn.shop().post(RULES, "/v1/activities", activity.json()).expect(202);
    }

    Reply redeems(String reward, String key) {
        return cairn.member(member)
                .send(
                        LEDGER,
                        "POST",
                        "/v1/me/redemptions",
                        Json.text(Map.of("reward", reward)),
                        Map.of("Idempotency-Key", key));
    }

    JsonNode points() {
        return mine(LEDGER, "/v1/me/points");
    }

    List<JsonNode> entries() {
        return items(mine(LEDGER, "/v1/me/points/entries").path("items"));
    }

    JsonNode goal(String id) {
        return items(mine(RULES, "/v1/me/progress").path("goals")).stream()
                .filter(goal -> goal.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(mine(RULES, "/v1/me/progress").toString()));
    }

    List<JsonNode> inbox() {
        return items(mine(NOTIFY, "/v1/me/inbox").path("items"));
    }

    List<String> segments() {
        return items(mine(SEGMENT, "/v1/me/segments")).stream()
                .map(segment -> segment.path("id").asText())
                .toList();
    }

    /** All that the services know about this member. */
    List<JsonNode> everything() {
        return Stream.of(
                        points(),
                        mine(LEDGER, "/v1/me/points/entries"),
                        mine(RULES, "/v1/me/progress"),
                        mine(SEGMENT, "/v1/me/segments"),
                        mine(NOTIFY, "/v1/me/inbox"))
                .toList();
    }

    static boolean isMilestone(String item) {
        return item.contains("milestone-reached");
    }

    private JsonNode mine(Component service, String path) {
        return cairn.member(member).get(service, path).expect(200).json();
    }

    private static List<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
