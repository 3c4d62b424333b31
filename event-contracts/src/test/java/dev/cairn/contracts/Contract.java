package dev.cairn.contracts;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.List;

/** JSON as it goes over the wire, and the schemas that judge it; both without a network. */
final class Contract {
    static final String ID_PREFIX = "https://cairn.dev/";

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .serializationInclusion(Include.NON_NULL)
                    .build();
    private static final JsonMapper SPARING_JSON =
            JSON.rebuild().serializationInclusion(Include.NON_EMPTY).build();
    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12,
                    registry ->
                            registry.schemaIdResolvers(
                                            ids -> ids.mapPrefix(ID_PREFIX, "classpath:"))
                                    .schemaRegistryConfig(
                                            SchemaRegistryConfig.builder()
                                                    .formatAssertionsEnabled(true)
                                                    .build()));

    private Contract() {}

    static ObjectNode json(Event event) {
        return JSON.valueToTree(event);
    }

    /** Without what is null or empty, as a sparing producer may write it. */
    static ObjectNode sparingJson(Event event) {
        return SPARING_JSON.valueToTree(event);
    }

    static Event event(EventType type, JsonNode json) throws JsonProcessingException {
        return JSON.treeToValue(json, type.eventClass());
    }

    static Schema schema(EventType type) {
        return SCHEMAS.getSchema(SchemaLocation.of(ID_PREFIX + type.schema()));
    }

    static List<Error> refusals(EventType type, JsonNode json) {
        return schema(type).validate(json);
    }
}
