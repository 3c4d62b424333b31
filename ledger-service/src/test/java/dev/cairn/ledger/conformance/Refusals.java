package dev.cairn.ledger.conformance;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** Refusals in the words of the cases. */
final class Refusals {
    private Refusals() {}

    static Engine.Answer of(String type) {
        return new Engine.Answer.Refused(JsonNodeFactory.instance.objectNode().put("type", type));
    }

    static Engine.Answer insufficient(long required, long available) {
        return new Engine.Answer.Refused(
                JsonNodeFactory.instance
                        .objectNode()
                        .put("type", "insufficient-points")
                        .put("required", required)
                        .put("available", available)
                        .put("missing", required - available));
    }
}
