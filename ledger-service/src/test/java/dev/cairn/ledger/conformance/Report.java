package dev.cairn.ledger.conformance;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a ledger made of the suite; kept as {@code target/conformance/<engine>.json}.
 *
 * @param skipped cases and what is missing for them
 * @param missing how many cases wait for each of these
 * @param failed cases and how they differ
 */
record Report(
        String engine,
        int cases,
        long passed,
        Map<String, String> skipped,
        Map<String, Long> missing,
        Map<String, List<String>> failed) {

    static Report of(String engine, Map<Case, Walk.Outcome> outcomes) {
        var skipped = new TreeMap<String, String>();
        var failed = new TreeMap<String, List<String>>();
        outcomes.forEach(
                (which, outcome) -> {
                    switch (outcome) {
                        case Walk.Outcome.Passed passed -> {}
                        case Walk.Outcome.Failed not -> failed.put(which.id(), not.differences());
                        case Walk.Outcome.Skipped not -> skipped.put(which.id(), not.reason());
                    }
                });
        var missing =
                new TreeMap<>(
                        skipped.values().stream().collect(groupingBy(why -> why, counting())));
        var passed = outcomes.size() - skipped.size() - failed.size();
        return new Report(engine, outcomes.size(), passed, skipped, missing, failed);
    }

    /** The cases that are known to be left out, as {@code case: what is missing}. */
    static List<String> knownSkips(String engine) {
        return Suite.read(Path.of("src", "test", "resources", "conformance", engine + ".skipped"))
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    List<String> skips() {
        return skipped.entrySet().stream().map(e -> e.getKey() + ": " + e.getValue()).toList();
    }

    Report keep() {
        try {
            var folder = Files.createDirectories(Path.of("target", "conformance"));
            Files.writeString(
                    folder.resolve(engine + ".json"),
                    Suite.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
