package dev.cairn.devstack.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The replay's result for a person. */
final class ReplayReport {

    private static final List<String> LINES =
            List.of(
                    "rows",
                    "rowsNotPlayed",
                    "purchases",
                    "returns",
                    "returnedPiecesMatched",
                    "returnedPiecesUnmatched",
                    "members",
                    "accepted",
                    "duplicates",
                    "refused",
                    "deadLetters",
                    "playedSeconds",
                    "seconds",
                    "activitiesPerSecond");

    private ReplayReport() {}

    static void print(Map<String, Object> report, Path output, PrintStream out) {
        LINES.forEach(name -> line(name, report.get(name), out));
        ((JsonNode) report.get("points"))
                .properties()
                .forEach(e -> line("points " + e.getKey(), e.getValue(), out));
        JsonNode proof = (JsonNode) report.get("proof");
        line("proof", proof.path("holds").asBoolean() ? "holds" : "DOES NOT HOLD", out);
        proof.path("checks")
                .forEach(
                        check -> {
                            if (!check.path("holds").asBoolean()) {
                                line("broken", check, out);
                            }
                        });
        out.println("  written to " + output.toAbsolutePath().normalize());
    }

    private static void line(String name, Object value, PrintStream out) {
        out.printf("  %-24s %s%n", name, value);
    }
}
