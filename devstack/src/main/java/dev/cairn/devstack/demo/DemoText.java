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
        List<String> parts = new ArrayList<>();
        if (value.isObject()) {
            value.properties().forEach(e -> parts.add(e.getKey() + " " + plain(e.getValue())));
        } else {
            parts.add(plain(value));
        }
        StringBuilder row = new StringBuilder();
        String lead = name;
        for (String part : parts) {
            if (!row.isEmpty() && row.length() + part.length() > LINE) {
                out.printf("  %-30s %s%n", lead, row);
                row.setLength(0);
                lead = "";
            }
            row.append(row.isEmpty() ? "" : ", ").append(part);
        }
        out.printf("  %-30s %s%n", lead, row.isEmpty() ? "none" : row);
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
