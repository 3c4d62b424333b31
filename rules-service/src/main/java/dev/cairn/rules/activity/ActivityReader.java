package dev.cairn.rules.activity;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.cairn.kit.event.Cause;
import dev.cairn.kit.problem.KitProblem;
import dev.cairn.kit.problem.Problem;
import dev.cairn.kit.problem.ProblemMappers;
import dev.cairn.kit.text.StorableText;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;

/** Reads request bodies: strictly, and item by item, so that one bad item spoils no other. */
final class ActivityReader {
    private static final int MOST_ITEMS = 1000;

    static final ObjectMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .addModule(StorableText.module())
                    .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .withCoercionConfig(
                            LogicalType.Textual,
                            text ->
                                    text.setCoercion(
                                                    CoercionInputShape.Integer, CoercionAction.Fail)
                                            .setCoercion(
                                                    CoercionInputShape.Float, CoercionAction.Fail)
                                            .setCoercion(
                                                    CoercionInputShape.Boolean,
                                                    CoercionAction.Fail))
                    .build();

    private ActivityReader() {}

    /**
     * The JSON of a body.
     *
     * @throws Problem if it is not JSON
     */
    static JsonNode tree(byte[] body) {
        try {
            var tree = JSON.readTree(body == null ? new byte[0] : body);
            if (tree.isMissingNode()) {
                throw Problem.of(KitProblem.MALFORMED_JSON, "The body is empty.");
            }
            return tree;
        } catch (JsonProcessingException e) {
            throw ProblemMappers.explain(e);
        } catch (IOException e) {
            throw Problem.of(KitProblem.MALFORMED_JSON, "The body cannot be read.");
        }
    }

    /**
     * The items of a batch.
     *
     * @throws Problem if there is none or there are too many
     */
    static List<JsonNode> items(JsonNode batch) {
        if (!batch.isArray() || batch.isEmpty()) {
            throw Problem.of(KitProblem.INVALID_REQUEST, "The batch holds no activity.");
        }
        if (batch.size() > MOST_ITEMS) {
            throw Problem.of(
                            KitProblem.PAYLOAD_TOO_LARGE,
                            "A batch holds at most " + MOST_ITEMS + " activities.")
                    .with("most", MOST_ITEMS);
        }
        return StreamSupport.stream(batch.spliterator(), false).toList();
    }

    /** An activity in plain JSON; its source is the client that reports it. */
    static Reading plain(JsonNode item, String client) {
        try {
            if (!item.isObject()) {
                throw Problem.of(KitProblem.INVALID_REQUEST, "An activity is a JSON object.");
            }
            var reported = JSON.treeToValue(item, ReportedActivity.class);
            return new Reading.Activity(reported.event(client), Cause.none());
        } catch (JsonProcessingException e) {
            return new Reading.Unreadable(idOf(item), ProblemMappers.explain(e));
        } catch (Problem problem) {
            return new Reading.Unreadable(idOf(item), problem);
        }
    }

    static String idOf(JsonNode item) {
        return item.path("id").isTextual() ? item.path("id").textValue() : null;
    }
}
