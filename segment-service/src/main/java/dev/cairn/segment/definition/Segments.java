package dev.cairn.segment.definition;

import dev.cairn.segment.definition.SegmentFile.Invalid;
import dev.cairn.segment.definition.SegmentFile.Valid;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The segments in force, in the order of their file. A file with mistakes stops the start. */
@ApplicationScoped
public class Segments {
    private static final String CLASS_PATH = "classpath:";

    private final List<Segment> all;

    public Segments(SegmentConfig config) {
        this.all = load(config.file());
    }

    public List<Segment> all() {
        return all;
    }

    public Optional<Segment> find(String id) {
        return all.stream().filter(segment -> segment.id().equals(id)).findFirst();
    }

    /** How many days back the segments look. */
    public int reach() {
        return all.stream().mapToInt(segment -> segment.evaluator().reach()).max().orElse(0);
    }

    private static List<Segment> load(String location) {
        try (var file = open(location)) {
            var text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return switch (SegmentFile.read(text)) {
                case Valid valid -> valid.segments();
                case Invalid invalid ->
                        throw new IllegalStateException(
                                "cairn.segments.file="
                                        + location
                                        + " has mistakes:\n  "
                                        + String.join("\n  ", invalid.sentences()));
            };
        } catch (IOException unreadable) {
            throw new IllegalStateException(
                    "cairn.segments.file=" + location + " cannot be read", unreadable);
        }
    }

    private static InputStream open(String location) throws IOException {
        if (!location.startsWith(CLASS_PATH)) {
            return Files.newInputStream(Path.of(location));
        }
        var name = location.substring(CLASS_PATH.length());
        var stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(name);
        if (stream == null) {
            throw new FileNotFoundException(name);
        }
        return stream;
    }
}
