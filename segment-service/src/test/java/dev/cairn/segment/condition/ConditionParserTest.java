package dev.cairn.segment.condition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cairn.segment.condition.Condition.AgeLeaf;
import dev.cairn.segment.condition.Condition.All;
import dev.cairn.segment.condition.Condition.Any;
import dev.cairn.segment.condition.Condition.ListLeaf;
import dev.cairn.segment.condition.Condition.Not;
import dev.cairn.segment.condition.Condition.NumberLeaf;
import dev.cairn.segment.condition.Condition.PresenceLeaf;
import dev.cairn.segment.condition.Condition.TextLeaf;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionParserTest {
    private final Mistakes mistakes = new Mistakes();

    @Test
    void aTreeIsReadAsItIsWritten() {
        var tree =
                parse(
                        """
                        {"all": [
                          {"field": "purchases", "window": "P90D", "op": "gte", "value": 5},
                          {"not": {"field": "lastPurchaseAt", "op": "before", "value": "P6W"}},
                          {"any": [
                            {"field": "country", "op": "in", "value": ["DE", "AT"]},
                            {"field": "locale", "op": "eq", "value": "de"},
                            {"field": "interests", "op": "contains", "value": "tea"},
                            {"field": "firstPurchaseAt", "op": "absent"}]}]}
                        """);

        assertThat(mistakes.sentences()).isEmpty();
        assertThat(tree)
                .contains(
                        new All(
                                List.of(
                                        new NumberLeaf(
                                                NumberField.PURCHASES,
                                                Optional.of(new Window(90)),
                                                NumberOp.GTE,
                                                5),
                                        new Not(
                                                new AgeLeaf(
                                                        MomentField.LAST_PURCHASE_AT,
                                                        AgeOp.BEFORE,
                                                        Period.ofDays(42))),
                                        new Any(
                                                List.of(
                                                        new TextLeaf(
                                                                TextField.COUNTRY,
                                                                List.of("DE", "AT")),
                                                        new TextLeaf(
                                                                TextField.LOCALE, List.of("de")),
                                                        new ListLeaf(ListField.INTERESTS, "tea"),
                                                        new PresenceLeaf(
                                                                MomentField.FIRST_PURCHASE_AT,
                                                                false))))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]|c: a condition must be an object such as {\"all\": […]}",
                "{}|c: a condition has exactly one of: all, any, not, field",
                "{\"all\":[],\"any\":[]}|c: a condition has exactly one of: all, any, not, field",
                "{\"none\":[]}|c: unknown word 'none'; use one of: all, any, not, field",
                "{\"all\":[]}|c.all: must be a list with at least one condition",
                "{\"any\":{}}|c.any: must be a list with at least one condition",
                "{\"not\":[]}|c.not: a condition must be an object such as {\"all\": […]}",
                "{\"field\":\"purchases\",\"op\":\"approx\",\"value\":5}|c: unknown op 'approx' for"
                        + " purchases; use one of: eq, lt, lte, gt, gte",
                "{\"field\":\"purchases\",\"op\":\"gte\",\"value\":5.5}|c: 'value' must be a whole"
                        + " number",
                "{\"field\":\"purchases\",\"op\":\"gte\",\"value\":\"5\"}|c: 'value' must be a"
                        + " whole number",
                "{\"field\":\"purchases\",\"op\":\"gte\"}|c: 'value' must be a whole number",
                "{\"field\":\"purchases\",\"op\":\"gte\",\"value\":5,\"windw\":\"P9D\"}|c: unknown"
                        + " word 'windw'",
                "{\"field\":\"purchases\",\"window\":\"P3M\",\"op\":\"gte\",\"value\":5}|c:"
                        + " 'window' must be whole days, P1D to P731D",
                "{\"field\":\"purchases\",\"window\":\"PT5H\",\"op\":\"gte\",\"value\":5}|c:"
                        + " 'window' must be a period of days, weeks, months or years like P45D",
                "{\"field\":\"pointsBalance\",\"window\":\"P9D\",\"op\":\"gte\",\"value\":5}|c:"
                        + " pointsBalance has no history by day, so it takes no window",
                "{\"field\":\"lastPurchaseAt\",\"op\":\"within\",\"value\":\"P-5D\"}|c: 'value'"
                        + " must be a period of days, weeks, months or years like P45D",
                "{\"field\":\"lastPurchaseAt\",\"op\":\"within\",\"value\":\"P0D\"}|c: 'value'"
                        + " must be a period of days, weeks, months or years like P45D",
                "{\"field\":\"lastPurchaseAt\",\"op\":\"gte\",\"value\":\"P5D\"}|c: unknown op"
                        + " 'gte' for lastPurchaseAt; use one of: within, before, present, absent",
                "{\"field\":\"lastPurchaseAt\",\"op\":\"absent\",\"value\":1}|c: unknown word"
                        + " 'value'",
                "{\"field\":\"country\",\"op\":\"in\",\"value\":[]}|c: 'value' must be a list with"
                        + " at least one text",
                "{\"field\":\"country\",\"op\":\"eq\",\"value\":7}|c: 'value' must be a text",
                "{\"field\":\"interests\",\"op\":\"eq\",\"value\":\"tea\"}|c: unknown op 'eq' for"
                        + " interests; use one of: contains",
                "{\"field\":\"shoeSize\",\"op\":\"eq\",\"value\":7}|c: unknown field 'shoeSize';"
                        + " use one of: purchases, netSpend, pointsBalance, joinedAt,"
                        + " firstPurchaseAt, lastPurchaseAt, lastActivityAt, lastMessageAt,"
                        + " lastReactionAt, country, locale,"
                        + " favouriteStore, interests, newsletterTopics"
            })
    void eachMistakeIsOneSentence(String text, String sentence) {
        var tree = parse(text);

        assertThat(tree).isEmpty();
        assertThat(mistakes.sentences()).containsExactly(sentence);
    }

    @Test
    void allMistakesAreToldAtOnceWithTheirPlaces() {
        parse("{\"all\":[{\"field\":\"x\"},{\"not\":{\"field\":\"country\",\"op\":\"eq\"}}]}");

        assertThat(mistakes.sentences())
                .anyMatch(s -> s.startsWith("c.all[0]: unknown field 'x'"))
                .contains("c.all[1].not: 'value' must be a text");
    }

    @Test
    void aTreeThatNobodyCanReadIsRefused() {
        parse("{\"not\":".repeat(20) + "{\"field\":\"country\"}" + "}".repeat(20));

        assertThat(mistakes.sentences())
                .singleElement()
                .asString()
                .endsWith("conditions must not be nested deeper than 16");
    }

    private Optional<Condition> parse(String text) {
        try {
            return new ConditionParser(mistakes).parse(new JsonMapper().readTree(text), "c");
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }
}
