package dev.cairn.kit.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorableTextTest {
    private final ObjectMapper json = new ObjectMapper().registerModule(StorableText.module());

    /** Text in all places where text can be. */
    record Texts(String one, List<String> many, Map<String, String> named) {}

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "größer", "a\tb\n", "😀", "\u0001\uffff\u2028"})
    void textIsKeptAsItCame(String text) {
        assertThat(StorableText.storable(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\0", "a\0b", "\ud83d", "\ude00", "\ude00\ud83d", "a\ud83d\ud83d\ude00"})
    void whatCannotBeKeptIsTold(String text) {
        assertThat(StorableText.storable(text)).isFalse();
    }

    @Test
    void nothingCanBeKept() {
        assertThat(StorableText.storable(null)).isTrue();
    }

    @Test
    void aMapperReadsTheRestAsBefore() throws JsonProcessingException {
        var texts = "{'one':'a😀','many':['b',null],'named':{'c':'d'}}".replace('\'', '"');

        assertThat(json.readValue(texts, Texts.class).many()).containsExactly("b", null);
        assertThat(json.readValue("{'one':5}".replace('\'', '"'), Texts.class).one())
                .isEqualTo("5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'one':'a\\u0000'}",
                "{'one':'\\ud83d'}",
                "{'many':['b','\\ude00']}",
                "{'named':{'c':'\\u0000'}}",
                "{'named':{'\\u0000':'d'}}"
            })
    void aMapperNamesThePlaceAndNotTheValue(String texts) {
        assertThatThrownBy(() -> json.readValue(texts.replace('\'', '"'), Texts.class))
                .isInstanceOfSatisfying(
                        JsonMappingException.class,
                        refused -> {
                            assertThat(refused.getOriginalMessage())
                                    .startsWith(StorableText.REFUSAL);
                            assertThat(texts).contains(refused.getPath().getFirst().getFieldName());
                        });
    }
}
