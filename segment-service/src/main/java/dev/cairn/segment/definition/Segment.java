package dev.cairn.segment.definition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.segment.condition.Condition;
import dev.cairn.segment.condition.Evaluator;
import java.util.List;
import java.util.Locale;
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

    /** The title in the first of these languages that it has, else in English. */
    public String titleIn(List<Locale> languages) {
        return languages.stream()
                .map(Locale::getLanguage)
                .filter(title::containsKey)
                .findFirst()
                .map(title::get)
                .orElse(title.get("en"));
    }
}
