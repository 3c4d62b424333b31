package dev.cairn.segment.definition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.cairn.segment.condition.Mistakes;
import java.util.List;

/** Reads segment files, YAML or JSON. */
public final class SegmentFile {
    private static final ObjectMapper YAML =
            new ObjectMapper(
                            YAMLFactory.builder()
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private SegmentFile() {}

    /** What reading a file comes to. */
    public sealed interface Reading {}

    /** The file is right. */
    public record Valid(List<Segment> segments) implements Reading {}

    /** The file is refused; each sentence names a place and what is wrong there. */
    public record Invalid(List<String> sentences) implements Reading {}

    public static Reading read(String text) {
        JsonNode root;
        try {
            root = YAML.readTree(text);
        } catch (JsonProcessingException unreadable) {
            return new Invalid(List.of("file: " + unreadable.getOriginalMessage()));
        }
        var mistakes = new Mistakes();
        List<Segment> segments = new SegmentParser(mistakes).parse(root);
        return mistakes.none() ? new Valid(segments) : new Invalid(mistakes.sentences());
    }
}
