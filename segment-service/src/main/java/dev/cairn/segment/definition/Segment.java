package dev.cairn.segment.definition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.segment.condition.Condition;
import dev.cairn.segment.condition.Evaluator;
import java.util.Map;

/**
 * One segment as its file defines it.
 *
 * @param version goes up with every change of the condition
 * @param title by language; English is always there
 * @param objective what the programme wants to reach with these members
 * @param tree the condition as it was written
 */
public record Segment(
        String id,
        long version,
        Map<String, String> title,
        String objective,
        JsonNode tree,
        Condition condition,
        Evaluator evaluator) {

    public Segment {
        title = Map.copyOf(title);
    }

    public String titleIn(String language) {
        return title.getOrDefault(language, title.get("en"));
    }
}
