package dev.cairn.segment.definition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.segment.condition.ConditionParser;
import dev.cairn.segment.condition.Evaluator;
import dev.cairn.segment.condition.Mistakes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads the segments of a file and refuses everything it does not know. */
final class SegmentParser {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Set<String> KNOWN =
            Set.of("id", "version", "title", "objective", "condition");

    private final Mistakes mistakes;

    SegmentParser(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    List<Segment> parse(JsonNode root) {
        JsonNode list = root.path("segments");
        if (!list.isArray() || list.isEmpty()) {
            mistakes.add("file", "must have a list 'segments' with at least one segment");
            return List.of();
        }
        only(root, Set.of("segments"), "file");
        var segments = new ArrayList<Segment>();
        var ids = new HashSet<String>();
        for (int i = 0; i < list.size(); i++) {
            String place = "segments[" + i + "]";
            segment(list.get(i), place).ifPresent(segments::add);
            if (!ids.add(list.get(i).path("id").asText())) {
                mistakes.add(place, "another segment has the same id");
            }
        }
        return segments;
    }

    private Optional<Segment> segment(JsonNode node, String place) {
        only(node, KNOWN, place);
        String id = node.path("id").asText();
        if (!ID.matcher(id).matches()) {
            mistakes.add(place, "'id' must be lower-case letters, digits and dashes");
        }
        JsonNode version = node.path("version");
        if (!version.isIntegralNumber() || !version.canConvertToLong() || version.asLong() < 1) {
            mistakes.add(place, "'version' must be a whole number of at least 1");
        }
        String objective = node.path("objective").asText();
        if (objective.isBlank()) {
            mistakes.add(place, "'objective' must say what the segment is for");
        }
        var title = title(node.path("title"), place);
        var condition =
                new ConditionParser(mistakes).parse(node.get("condition"), place + ".condition");
        return condition.map(
                tree ->
                        new Segment(
                                id,
                                version.asLong(),
                                title,
                                objective,
                                node.get("condition"),
                                tree,
                                Evaluator.of(tree)));
    }

    private TreeMap<String, String> title(JsonNode node, String place) {
        var title = new TreeMap<String, String>();
        for (var entry : node.properties()) {
            if (!entry.getValue().isTextual() || entry.getValue().asText().isBlank()) {
                mistakes.add(place + ".title", "'" + entry.getKey() + "' must be a text");
            }
            title.put(entry.getKey(), entry.getValue().asText());
        }
        if (!title.containsKey("en")) {
            mistakes.add(place, "'title' must have at least the language 'en'");
        }
        return title;
    }

    private void only(JsonNode node, Set<String> known, String place) {
        var others = new TreeSet<String>();
        node.fieldNames().forEachRemaining(others::add);
        others.removeAll(known);
        others.forEach(other -> mistakes.add(place, "unknown word '" + other + "'"));
    }
}
