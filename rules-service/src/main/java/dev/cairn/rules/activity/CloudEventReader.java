package dev.cairn.rules.activity;

import static dev.cairn.rules.activity.ActivityCheck.require;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.contracts.ActivityEvent;
import dev.cairn.contracts.EventType;
import dev.cairn.contracts.Topics;
import dev.cairn.kit.event.Cause;
import dev.cairn.kit.problem.Problem;
import dev.cairn.kit.problem.ProblemMappers;
import dev.cairn.kit.text.StorableText;
import dev.cairn.rules.RulesProblem;
import java.util.Map;

/**
 * Activities as CloudEvents 1.0. What the envelope says need not be repeated in the data: {@code
 * source}, {@code activityId} (id), {@code memberId} (subject) and {@code occurredAt} (time).
 */
final class CloudEventReader {
    private static final Map<String, String> ENVELOPE =
            Map.of(
                    "source", "source",
                    "activityId", "id",
                    "memberId", "subject",
                    "occurredAt", "time");

    private CloudEventReader() {}

    /** An event in structured mode. */
    static Reading structured(JsonNode event, String client) {
        try {
            return new Reading.Activity(read(event, client), cause(event));
        } catch (JsonProcessingException e) {
            return new Reading.Unreadable(ActivityReader.idOf(event), ProblemMappers.explain(e));
        } catch (Problem problem) {
            return new Reading.Unreadable(ActivityReader.idOf(event), problem);
        }
    }

    /** An event in binary mode: the attributes came as headers, the body is the data. */
    static Reading binary(Map<String, String> attributes, JsonNode data, String client) {
        var event = ActivityReader.JSON.createObjectNode();
        attributes.forEach(event::put);
        event.set("data", data);
        return structured(event, client);
    }

    private static ActivityEvent read(JsonNode event, String client)
            throws JsonProcessingException {
        require(event.isObject(), "event", "must be a JSON object");
        require(event.path("specversion").asText().equals("1.0"), "specversion", "must be 1.0");
        require(event.path("id").isTextual(), "id", "is missing");
        require(event.path("data").isObject(), "data", "must be a JSON object");
        var type = EventType.named(event.path("type").asText());
        require(
                type.isPresent() && type.get().topic().equals(Topics.ACTIVITIES),
                "type",
                "must be dev.cairn.activity.recorded.v1, .returned.v1 or .voided.v1");
        var source = event.path("source").asText();
        if (!source.equals(client) && !source.startsWith(client + "/")) {
            throw Problem.of(
                    RulesProblem.FOREIGN_SOURCE,
                    "The source must be " + client + " or begin with " + client + "/.");
        }
        var data = (ObjectNode) event.path("data").deepCopy();
        ENVELOPE.forEach((field, attribute) -> fill(data, field, event.path(attribute), attribute));
        return (ActivityEvent) ActivityReader.JSON.treeToValue(data, type.get().eventClass());
    }

    private static void fill(ObjectNode data, String field, JsonNode value, String attribute) {
        var own = data.path(field);
        if (own.isMissingNode() && value.isTextual()) {
            data.set(field, value);
        } else if (field.equals("source")) {
            require(own.equals(value), "data.source", "must be the same as " + attribute);
        }
    }

    private static Cause cause(JsonNode event) {
        return new Cause(extension(event, "correlationid"), extension(event, "causationid"));
    }

    private static String extension(JsonNode event, String name) {
        var text = event.path(name).textValue();
        require(StorableText.storable(text), name, StorableText.REFUSAL);
        return text;
    }
}
