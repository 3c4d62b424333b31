package dev.cairn.segment.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.cairn.segment.definition.SegmentFile.Valid;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schema and the parser accept and refuse the same files. */
class SegmentSchemaTest {
    private static final Schema SCHEMA =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(resource("/segments/segments.schema.json"));

    @Test
    void theDemoFileFitsTheSchema() throws IOException {
        assertThat(SCHEMA.validate(read(resource("/segments/cairn-demo.yaml")))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{all: [{field: purchases, op: gte, value: 0}]}",
                "{any: [{not: {field: interests, op: contains, value: tea}}]}",
                "{field: netSpend, window: P90D, op: lt, value: 30000}",
                "{field: netSpend, window: P4W, op: lt, value: 30000}",
                "{field: pointsBalance, op: eq, value: -5}",
                "{field: joinedAt, op: within, value: P1Y6M}",
                "{field: lastActivityAt, op: absent}",
                "{field: country, op: in, value: [DE, AT]}",
                "{field: locale, op: eq, value: de}"
            })
    void bothAcceptWhatIsRight(String condition) throws IOException {
        assertThat(parserAccepts(condition)).isTrue();
        assertThat(schemaAccepts(condition)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{all: []}",
                "{all: [], any: []}",
                "{none: [{field: joinedAt, op: present}]}",
                "{not: [{field: joinedAt, op: present}]}",
                "{field: purchases, op: approx, value: 5}",
                "{field: purchases, op: gte, value: 5.5}",
                "{field: purchases, op: gte, value: '5'}",
                "{field: purchases, op: gte}",
                "{field: purchases, op: gte, value: 5, windw: P9D}",
                "{field: purchases, window: P3M, op: gte, value: 5}",
                "{field: pointsBalance, window: P9D, op: gte, value: 5}",
                "{field: lastPurchaseAt, op: within, value: P-5D}",
                "{field: lastPurchaseAt, op: within, value: P}",
                "{field: lastPurchaseAt, op: within, value: PT5H}",
                "{field: lastPurchaseAt, op: gte, value: P5D}",
                "{field: lastPurchaseAt, op: absent, value: P5D}",
                "{field: country, op: in, value: []}",
                "{field: country, op: eq, value: 7}",
                "{field: interests, op: eq, value: tea}",
                "{field: shoeSize, op: eq, value: 7}"
            })
    void bothRefuseWhatIsWrong(String condition) throws IOException {
        assertThat(parserAccepts(condition)).isFalse();
        assertThat(schemaAccepts(condition)).isFalse();
    }

    private static boolean parserAccepts(String condition) {
        return SegmentFile.read(file(condition)) instanceof Valid;
    }

    private static boolean schemaAccepts(String condition) throws IOException {
        return SCHEMA.validate(new YAMLMapper().readTree(file(condition))).isEmpty();
    }

    private static String file(String condition) {
        return "segments: [{id: a, version: 1, title: {en: A}, objective: Something., condition: "
                + condition
                + "}]";
    }

    private static JsonNode read(InputStream file) {
        try (file) {
            return new YAMLMapper().readTree(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static InputStream resource(String name) {
        return SegmentSchemaTest.class.getResourceAsStream(name);
    }
}
