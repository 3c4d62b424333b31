package dev.cairn.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventSchemaTest {

    @Test
    void everyEventHasAType() {
        var listed =
                Arrays.stream(EventType.values()).<Class<?>>map(EventType::eventClass).toList();

        assertThat(leaves(Event.class)).containsExactlyInAnyOrderElementsOf(listed);
    }

    @ParameterizedTest
    @EnumSource
    void theSchemaIsNamedAfterItsType(EventType type) {
        var schema = Contract.schema(type).getSchemaNode();

        assertThat(schema.path("$id").asText()).isEqualTo(Contract.ID_PREFIX + type.schema());
        assertThat(type.typeName())
                .isEqualTo("dev.cairn." + type.schema().replaceAll("schemas/|\\.json", ""));
        assertThat(schema.path("title").asText()).isNotBlank();
        assertThat(schema.path("description").asText()).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource
    void theSchemaNamesExactlyTheFieldsOfTheRecord(EventType type) {
        assertNamesFields(Contract.schema(type).getSchemaNode(), type.eventClass());
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhatIsNeverMissingIsRequired(EventType type) {
        var required = Contract.schema(type).getSchemaNode().path("required");

        assertThat(Contract.sparingJson(Sample.of(type).least()).fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(texts(required));
    }

    @ParameterizedTest
    @EnumSource
    void theFullSampleHasEveryField(EventType type) {
        assertThat(Contract.sparingJson(Sample.of(type).full()).fieldNames())
                .toIterable()
                .containsExactlyElementsOf(names(type.eventClass()));
    }

    @ParameterizedTest
    @EnumSource
    void samplesAreValidAndComeBackEqual(EventType type) throws Exception {
        for (var event : List.of(Sample.of(type).full(), Sample.of(type).least())) {
            for (var json : List.of(Contract.json(event), Contract.sparingJson(event))) {
                assertThat(Contract.refusals(type, json)).isEmpty();
                assertThat(Contract.event(type, json)).isEqualTo(event);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void anExplicitNullMeansTheSameAsAbsence(EventType type) throws Exception {
        var least = Sample.of(type).least();
        var json = Contract.json(least);
        names(type.eventClass()).stream().filter(name -> !json.has(name)).forEach(json::putNull);

        assertThat(Contract.refusals(type, json)).isEmpty();
        assertThat(Contract.event(type, json)).isEqualTo(least);
    }

    @ParameterizedTest
    @EnumSource
    void aFieldThatCameLaterIsAcceptedAndIgnored(EventType type) throws Exception {
        var event = Sample.of(type).full();
        var json = Contract.json(event).put("cameLater", true);

        assertThat(Contract.refusals(type, json)).isEmpty();
        assertThat(Contract.event(type, json)).isEqualTo(event);
    }

    private static void assertNamesFields(JsonNode schema, Class<?> record) {
        assertThat(schema.path("properties").fieldNames())
                .toIterable()
                .containsExactlyElementsOf(names(record));
        assertThat(schema.path("additionalProperties").asBoolean()).isTrue();
        for (var component : record.getRecordComponents()) {
            if (component.getGenericType() instanceof ParameterizedType list
                    && list.getActualTypeArguments()[0] instanceof Class<?> item
                    && item.isRecord()) {
                var property = schema.path("properties").path(component.getName());
                assertNamesFields(property.path("items"), item);
            }
        }
    }

    private static List<String> names(Class<?> record) {
        return Arrays.stream(record.getRecordComponents()).map(RecordComponent::getName).toList();
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EventSchemaTest::leaves)
                : Stream.of(type);
    }
}
