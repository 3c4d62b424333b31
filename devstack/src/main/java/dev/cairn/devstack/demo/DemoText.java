package dev.cairn.devstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The report for a person: a title, aligned names, and what belongs together on one line. */
final class DemoText {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LINE = 100;

    private final PrintStream out;

    DemoText(PrintStream out) {
        this.out = out;
    }

    void print(Map<String, Object> report) {
        JsonNode all = JSON.valueToTree(report);
        group("ACTIVITIES", all.path("activities"));
        group("THE SHOP", all.path("shop"));
        group("POINTS", all.path("points"));
        group("REWARDS", all.path("rewards"));
        group("SEGMENTS", all.path("segments"));
        group("MESSAGES", all.path("messages"));
        group("MILLISECONDS", all.path("latencyMillis"));
        group("MEMORY, MB", all.path("memoryMegabytes"));
        group("SECONDS", all.path("seconds"));
        checks(all.path("checks"));
        group("ADDRESSES", all.path("addresses"));
        curls(all);
    }

    private void group(String title, JsonNode values) {
        out.printf("%n%s%n", title);
        values.properties().forEach(e -> line(e.getKey(), e.getValue()));
    }

    private void line(String name, JsonNode value) {
        if (!value.isObject()) {
            row(name, plain(value));
            return;
        }
        List<String> parts = new ArrayList<>();
        for (Map.Entry<String, JsonNode> part : value.properties()) {
            if (part.getValue().isObject()) {
                line(name + " · " + part.getKey(), part.getValue());
            } else {
                parts.add(part.getKey() + ": " + plain(part.getValue()));
            }
        }
        if (!parts.isEmpty() || value.isEmpty()) {
            wrapped(name, parts);
        }
    }

    private void wrapped(String name, List<String> parts) {
        String lead = name;
        StringBuilder text = new StringBuilder();
        for (String part : parts) {
            if (!text.isEmpty() && text.length() + part.length() > LINE) {
                row(lead, text.toString());
                text.setLength(0);
                lead = "";
            }
            text.append(text.isEmpty() ? "" : "   ").append(part);
        }
        row(lead, text.isEmpty() ? "none" : text.toString());
    }

    private void row(String name, String text) {
        out.printf("  %-34s %s%n", name, text);
    }

    private static String plain(JsonNode value) {
        if (value.isIntegralNumber()) {
            return String.format("%,d", value.asLong());
        }
        return value.isValueNode() ? value.asText() : value.toString();
    }

    private void checks(JsonNode checks) {
        out.printf("%nPROOF%n");
        checks.forEach(
                check ->
                        out.printf(
                                "  %-6s %-52s %s%n",
                                check.path("holds").asBoolean() ? "holds" : "BROKEN",
                                check.path("name").asText(),
                                check.path("detail").asText()));
    }

    private void curls(JsonNode all) {
        out.printf("%nTRY IT (as the first member)%n  %s%n", all.path("token").asText());
        all.path("curls")
                .forEach(
                        curl ->
                                out.printf(
                                        "%n  %s%n  → %s%n",
                                        curl.path("curl").asText(), curl.path("answer").asText()));
    }
}
