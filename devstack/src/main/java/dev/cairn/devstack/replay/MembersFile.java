package dev.cairn.devstack.replay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.devstack.Component;
import dev.cairn.devstack.client.Api;
import dev.cairn.devstack.client.Crowd;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.StreamSupport;

/** {@code members.csv}: what the platform knows about each member who bought something. */
final class MembersFile {

    private static final String HEADER =
            "member,purchases,net_spend,points_earned,points_clawed_back,bonus_points,"
                    + "balance,best_streak_weeks,tier,segments";
    private static final String AUDITOR = "auditor";

    private final Api api;

    MembersFile(Api api) {
        this.api = api;
    }

    void write(SortedSet<String> members, Path file) {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        lines.addAll(Crowd.map(members, this::line));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("Could not write " + file, e);
        }
    }

    private String line(String member) {
        JsonNode points = read(Component.LEDGER, member, "points");
        JsonNode progress = read(Component.RULES, member, "progress");
        JsonNode segments = read(Component.SEGMENT, member, "segments");
        JsonNode earned = points.path("earned");
        JsonNode clawedBack = points.path("clawedBack");
        return String.join(
                ",",
                member,
                progress.at("/orders/accepted").asText(),
                BigDecimal.valueOf(progress.at("/orders/netSpendMinor").asLong(), 2)
                        .toPlainString(),
                earned.path("base").asText(),
                clawedBack.path("base").asText(),
                Long.toString(earned.path("bonus").asLong() - clawedBack.path("bonus").asLong()),
                points.path("balance").asText(),
                goal(progress, "streak").path("bestConsecutive").asText(),
                tier(goal(progress, "tier").path("current")),
                segments(segments.path("segments")));
    }

    private JsonNode read(Component service, String member, String what) {
        return api.asStaff(AUDITOR, service, "/v1/members/" + member + "/" + what);
    }

    private static JsonNode goal(JsonNode progress, String kind) {
        return StreamSupport.stream(progress.path("goals").spliterator(), false)
                .filter(goal -> goal.path("kind").asText().equals(kind))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "Progress of "
                                                + progress.path("member").asText()
                                                + " has no goal of kind "
                                                + kind));
    }

    private static String tier(JsonNode current) {
        return current.isObject() ? current.path("id").asText() : current.asText();
    }

    private static String segments(JsonNode segments) {
        return String.join(
                ";",
                StreamSupport.stream(segments.spliterator(), false)
                        .map(segment -> segment.path("id").asText())
                        .sorted()
                        .toList());
    }
}
