package dev.cairn.devstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.contracts.Topics;
import dev.cairn.devstack.Component;
import dev.cairn.devstack.Platform;
import dev.cairn.devstack.client.Api;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Everything that the demo found out, as one document. */
final class DemoReport {

    private static final String AUDITOR = "auditor";

    private final Api api;

    DemoReport(Api api) {
        this.api = api;
    }

    Map<String, Object> of(
            DemoOptions options,
            Tally tally,
            Findings found,
            Checks checks,
            Map<String, Long> memory,
            Map<String, Duration> times) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("members", options.members());
        report.put("days", options.days());
        report.put("seed", options.seed());
        report.put("holds", checks.allHold());
        report.put("activities", tally.activities());
        report.put("shop", tally.events());
        report.put("points", api.asStaff(AUDITOR, Component.LEDGER, "/v1/points/totals"));
        report.put("rewards", rewards(found));
        report.put("segments", segments(found));
        report.put("messages", api.asStaff(AUDITOR, Component.NOTIFY, "/v1/messages/report"));
        report.put("messagesSent", found.group("messagesSent"));
        report.put("events", found.events());
        report.put("checks", checks.results());
        report.put("latencyMillis", latency(found));
        report.put("memoryMegabytes", memory);
        report.put("seconds", seconds(times));
        report.put("addresses", addresses(api.platform()));
        Curls curls = new Curls(api);
        report.put("token", curls.token());
        report.put("curls", curls.tried());
        return report;
    }

    private static Map<String, Object> rewards(Findings found) {
        Map<String, Object> rewards = new LinkedHashMap<>();
        for (String group : new String[] {"milestones", "streakSteps", "streaks", "tierMoves"}) {
            rewards.put(group, found.group(group));
        }
        return rewards;
    }

    private Map<String, Object> segments(Findings found) {
        Map<String, Long> sizes = new TreeMap<>();
        JsonNode answer = api.asStaff(AUDITOR, Component.SEGMENT, "/v1/segments");
        (answer.has("items") ? answer.path("items") : answer)
                .forEach(s -> sizes.put(s.path("id").asText(), s.path("size").asLong()));
        Map<String, Object> segments = new LinkedHashMap<>();
        segments.put("sizes", sizes);
        segments.put("entered", found.group("segmentsEntered"));
        segments.put("exited", found.group("segmentsExited"));
        segments.put("causes", found.group("segmentMoveCauses"));
        return segments;
    }

    private static Map<String, Object> latency(Findings found) {
        Map<String, Object> latency = new LinkedHashMap<>();
        latency.put("activity to points", hop(found, Topics.ACTIVITIES, Topics.POINTS, false));
        latency.put("points to message", hop(found, Topics.POINTS, Topics.MESSAGES, false));
        latency.put("activity to message", hop(found, Topics.ACTIVITIES, Topics.MESSAGES, false));
        latency.put("bulk import to points", hop(found, Topics.ACTIVITIES, Topics.POINTS, true));
        return latency;
    }

    private static Map<String, Object> hop(
            Findings found, String from, String to, boolean ofImport) {
        return found.latency(from, to, ofImport).asMap();
    }

    private static Map<String, Object> seconds(Map<String, Duration> times) {
        Map<String, Object> seconds = new LinkedHashMap<>();
        times.forEach((what, took) -> seconds.put(what, took.toMillis() / 1000.0));
        return seconds;
    }

    private static Map<String, Object> addresses(Platform platform) {
        Map<String, Object> addresses = new LinkedHashMap<>();
        for (Component service : Component.SERVICES) {
            addresses.put(service.label(), platform.url(service));
            addresses.put(service.label() + " API", platform.url(service) + "/q/swagger-ui");
        }
        addresses.put("keycloak", platform.issuer());
        addresses.put("mails", platform.sinksUrl() + "/mails");
        return addresses;
    }
}
