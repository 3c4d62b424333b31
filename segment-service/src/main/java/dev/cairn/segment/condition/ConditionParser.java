package dev.cairn.segment.condition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.segment.condition.Condition.All;
import dev.cairn.segment.condition.Condition.Any;
import dev.cairn.segment.condition.Condition.Not;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads a condition tree and refuses everything it does not know; nothing is ever guessed. */
public final class ConditionParser {
    /** A tree that is deeper than anyone can read. */
    private static final int DEEPEST = 16;

    private final Mistakes mistakes;

    public ConditionParser(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    /** The tree, or empty when something was wrong with it, which the mistakes then tell. */
    public Optional<Condition> parse(JsonNode node, String place) {
        return parse(node, place, 1);
    }

    private Optional<Condition> parse(JsonNode node, String place, int depth) {
        if (node == null || !node.isObject()) {
            return wrong(place, "a condition must be an object such as {\"all\": […]}");
        }
        if (depth > DEEPEST) {
            return wrong(place, "conditions must not be nested deeper than " + DEEPEST);
        }
        if (node.has("field")) {
            return new LeafParser(mistakes, node, place).parse().map(Function.identity());
        }
        if (node.size() != 1) {
            return wrong(place, "a condition has exactly one of: all, any, not, field");
        }
        String word = node.fieldNames().next();
        JsonNode body = node.get(word);
        return switch (word) {
            case "all" -> parts(body, place + ".all", depth).map(All::new);
            case "any" -> parts(body, place + ".any", depth).map(Any::new);
            case "not" -> parse(body, place + ".not", depth + 1).map(Not::new);
            default ->
                    wrong(place, "unknown word '" + word + "'; use one of: all, any, not, field");
        };
    }

    private Optional<List<Condition>> parts(JsonNode body, String place, int depth) {
        if (!body.isArray() || body.isEmpty()) {
            mistakes.add(place, "must be a list with at least one condition");
            return Optional.empty();
        }
        var parts = new ArrayList<Condition>();
        for (int i = 0; i < body.size(); i++) {
            parse(body.get(i), place + "[" + i + "]", depth + 1).ifPresent(parts::add);
        }
        return parts.size() == body.size() ? Optional.of(parts) : Optional.empty();
    }

    private Optional<Condition> wrong(String place, String sentence) {
        mistakes.add(place, sentence);
        return Optional.empty();
    }
}
