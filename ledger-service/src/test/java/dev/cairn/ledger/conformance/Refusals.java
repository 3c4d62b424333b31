package dev.cairn.ledger.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.kit.problem.Problem;
import java.util.Optional;

/** Refusals in the words of the cases. */
final class Refusals {
    private Refusals() {}

    static Engine.Answer of(String type) {
        return new Engine.Answer.Refused(JsonNodeFactory.instance.objectNode().put("type", type));
    }

    /** Accepted if there is no problem. */
    static Engine.Answer of(Optional<Problem> problem) {
        return problem.map(p -> of(Suite.JSON.<ObjectNode>valueToTree(p.asBody())))
                .orElseGet(Engine.Answer.Accepted::new);
    }

    /** The type and the figures of a problem as callers read it. */
    static Engine.Answer of(ObjectNode problem) {
        var why = JsonNodeFactory.instance.objectNode();
        var type = problem.path("type").asText();
        why.put("type", type.substring(type.lastIndexOf('/') + 1));
        problem.properties().stream()
                .filter(field -> figure(field.getValue()))
                .forEach(field -> why.set(field.getKey(), field.getValue()));
        return new Engine.Answer.Refused(why);
    }

    private static boolean figure(JsonNode value) {
        return value.isIntegralNumber();
    }
}
