package dev.cairn.devstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.contracts.EventType;
import dev.cairn.devstack.Component;
import dev.cairn.devstack.client.Api;
import dev.cairn.devstack.client.Crowd;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Compares what the platform says at the end with itself and with the shop's own books. */
final class Audit {

    private static final String AUDITOR = "auditor";

    private final Api api;
    private final Tally tally;
    private final Books books;

    Audit(Api api, Tally tally, Books books) {
        this.api = api;
        this.tally = tally;
        this.books = books;
    }

    Checks run(List<String> members, Findings found, Map<String, Long> deadLetters) {
        Checks checks = new Checks();
        JsonNode proof = api.asStaff(AUDITOR, Component.LEDGER, "/v1/proof");
        proof.path("checks")
                .forEach(
                        check ->
                                checks.that(
                                        "ledger: " + check.path("name").asText(),
                                        check.path("holds").asBoolean(),
                                        check.path("detail").asText()));
        checks.that(
                "ledger: the proof as a whole", proof.path("holds").asBoolean(), "GET /v1/proof");
        nothingLost(checks, found, deadLetters);
        points(checks, found);
        orders(checks, members);
        messages(checks);
        checks.that(
                "every answer was as expected",
                tally.surprises().isEmpty(),
                String.join("; ", tally.surprises()));
        return checks;
    }

    private void nothingLost(Checks checks, Findings found, Map<String, Long> deadLetters) {
        checks.equal(
                "accepted activities are on the topic, each once",
                tally.total("accepted"),
                found.count(EventType.ACTIVITY_RECORDED)
                        + found.count(EventType.ACTIVITY_RETURNED)
                        + found.count(EventType.ACTIVITY_VOIDED));
        checks.that("no dead letters", deadLetters.isEmpty(), deadLetters.toString());
    }

    private void points(Checks checks, Findings found) {
        JsonNode totals = api.asStaff(AUDITOR, Component.LEDGER, "/v1/points/totals");
        checks.equal(
                "base points are what the shop's books say",
                books.basePoints(),
                totals.path("earnedBase").asLong() - totals.path("clawedBackBase").asLong());
        checks.equal(
                "points on the topic are what the ledger earned",
                totals.path("earnedBase").asLong() + totals.path("earnedBonus").asLong(),
                found.group("points").getOrDefault("POINTS_EARNED", 0L));
        checks.equal(
                "points on the topic are what the ledger redeemed",
                totals.path("redeemed").asLong(),
                found.group("points").getOrDefault("POINTS_REDEEMED", 0L));
    }

    private void orders(Checks checks, List<String> members) {
        List<JsonNode> progress =
                Crowd.map(members, m -> read(Component.RULES, "/v1/members/" + m + "/progress"));
        List<JsonNode> segments =
                Crowd.map(members, m -> read(Component.SEGMENT, "/v1/members/" + m + "/segments"));
        checks.equal(
                "rules has seen every order", books.orders(), sum(progress, "/orders/accepted"));
        checks.equal(
                "rules and the books agree on net spend",
                books.netSpend(),
                sum(progress, "/orders/netSpendMinor"));
        checks.equal(
                "segments and the books agree on net spend",
                books.netSpend(),
                sum(segments, "/facts/netSpendMinor"));
        checks.equal(
                "segments and rules count the same purchases",
                sum(progress, "/orders/counted"),
                sum(segments, "/facts/purchases"));
    }

    private void messages(Checks checks) {
        JsonNode report = read(Component.NOTIFY, "/v1/messages/report");
        checks.equal(
                "every message has exactly one outcome",
                report.path("candidates").asLong(),
                StreamSupport.stream(report.path("outcomes").spliterator(), false)
                        .mapToLong(JsonNode::asLong)
                        .sum());
    }

    private JsonNode read(Component service, String path) {
        return api.asStaff(AUDITOR, service, path);
    }

    private static long sum(List<JsonNode> nodes, String pointer) {
        return nodes.stream().mapToLong(node -> node.at(pointer).asLong()).sum();
    }
}
