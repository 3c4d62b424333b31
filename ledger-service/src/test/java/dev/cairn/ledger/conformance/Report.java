package dev.cairn.ledger.conformance;

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
 * @param failed cases and how they differ
 */
record Report(String engine, int cases, int passed, Map<String, List<String>> failed) {

    static Report of(String engine, Map<Case, Walk.Outcome> outcomes) {
        var failed = new TreeMap<String, List<String>>();
        outcomes.forEach(
                (which, outcome) -> {
                    switch (outcome) {
                        case Walk.Outcome.Passed passed -> {}
                        case Walk.Outcome.Failed not -> failed.put(which.id(), not.differences());
                    }
                });
        return new Report(engine, outcomes.size(), outcomes.size() - failed.size(), failed);
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
