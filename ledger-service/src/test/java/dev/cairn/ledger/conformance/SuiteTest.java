package dev.cairn.ledger.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.ledger.currency.CurrenciesOnPaper;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The suite is well-formed, and the runner notices what it is there to notice. */
class SuiteTest {
    private static final String GOOD =
            """
            {
              "name": "a-case", "about": "For the test of the runner.",
              "semantic": "partial-returns",
              "given": { "currencies": ["points"] },
              "steps": [
                {
                  "at": "2026-03-01T09:00:00Z",
                  "command": { "set-award": { "award": "order-1", "revision": 1, "points": 100 } },
                  "expect": {
                    "journal": [
                      { "kind": "earned", "points": 100, "pots": { "issued": -100, "active": 100 } }
                    ],
                    "balance": { "ann": { "issued": 100, "active": 100 } },
                    "lots": { "order-1": { "remaining": 100, "expiresAt": null } }
                  }
                },
                {
                  "at": "2026-03-02T09:00:00Z",
                  "command": { "redeem": { "id": "coffee", "points": 150 } },
                  "expect": {
                    "refusal": { "type": "insufficient-points", "missing": 50 },
                    "journal": []
                  }
                }
              ]
            }
            """;

    @Test
    void everyFileFitsTheSchemaAndItsName() {
        for (var file : Suite.files()) {
            var which = Suite.parse(Suite.read(file));
            assertThat(Suite.complaints(Suite.tree(Suite.read(file))))
                    .as(file.toString())
                    .isEmpty();
            assertThat(file)
                    .endsWithRaw(java.nio.file.Path.of(which.semantic(), which.name() + ".json"));
        }
    }

    @Test
    void everySemanticAndEveryCommandHasItsCases() {
        var cases = Suite.cases();
        var schema = Suite.tree(Suite.read(Suite.HOME.resolve("case.schema.json")));
        assertThat(cases).hasSizeGreaterThanOrEqualTo(45);
        assertThat(cases.stream().map(Case::semantic).distinct().toList())
                .containsExactlyInAnyOrderElementsOf(texts(schema.at("/properties/semantic/enum")));
        assertThat(commands(Suite.files().stream().map(f -> Suite.tree(Suite.read(f)))))
                .isEqualTo(names(schema.at("/$defs/command/properties")))
                .isEqualTo(namesOfCommands());
    }

    @Test
    void theCurrenciesAreAllNeeded() {
        var used = new TreeSet<String>();
        Suite.cases().forEach(which -> used.addAll(which.given().currencies()));
        var known = new TreeSet<String>();
        CurrenciesOnPaper.read(Suite.currencies()).all().forEach(c -> known.add(c.id()));
        assertThat(used).isEqualTo(known);
    }

    @Test
    void theRunnerIsContentWithACaseThatIsRight() {
        assertThat(run(GOOD)).isInstanceOf(Walk.Outcome.Passed.class);
    }

    /** Each line is a right expectation, and a wrong one in its place. */
    static Stream<List<String>> wrongExpectations() {
        return Stream.of(
                List.of(
                        "\"active\": 100 } },\n        \"lots\"",
                        "\"active\": 99 } },\n        \"lots\""),
                List.of("\"issued\": 100, \"active\": 100 }", "\"active\": 100 }"),
                List.of("\"kind\": \"earned\"", "\"kind\": \"activated\""),
                List.of("\"issued\": -100, \"active\": 100", "\"issued\": -100, \"pending\": 100"),
                List.of("\"points\": 100, \"pots\"", "\"points\": 101, \"pots\""),
                List.of(
                        "\"active\": 100 } }\n",
                        "\"active\": 100 }, \"occurredAt\": \"2026-03-01T09:00:01Z\" }\n"),
                List.of("\"remaining\": 100", "\"remaining\": 1"),
                List.of("\"expiresAt\": null", "\"expiresAt\": \"2026-04-01T00:00:00Z\""),
                List.of("\"lots\": { \"order-1\"", "\"lots\": { \"order-2\""),
                List.of("\"missing\": 50", "\"missing\": 49"),
                List.of("\"missing\": 50", "\"lacking\": 50"),
                List.of("\"insufficient-points\"", "\"account-frozen\""),
                List.of("\"refusal\": { \"type\": \"insufficient-points\", \"missing\": 50 },", ""),
                List.of("\"points\": 150", "\"points\": 50"),
                List.of(
                        "\"journal\": []",
                        "\"journal\": [{ \"kind\": \"redeemed\", \"points\": 1 }]"));
    }

    @ParameterizedTest
    @MethodSource("wrongExpectations")
    void theRunnerNoticesAWrongExpectation(List<String> change) {
        var wrong = GOOD.replace(change.getFirst(), change.getLast());
        assertThat(wrong).isNotEqualTo(GOOD);
        assertThat(run(wrong)).isInstanceOf(Walk.Outcome.Failed.class);
    }

    @Test
    void anUnknownCommandIsRefused() {
        var unknown = GOOD.replace("\"redeem\"", "\"squander\"");
        assertThatThrownBy(() -> Suite.parse(unknown)).hasMessageContaining("squander");
        assertThat(Suite.complaints(Suite.tree(unknown))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"about\"", "\"revision\"", "\"kind\"", "\"remaining\"", "\"balance\""})
    void aMisspeltWordIsNotPassedOver(String word) {
        var misspelt = GOOD.replace(word, "\"x" + word.substring(1));
        assertThat(Suite.complaints(Suite.tree(misspelt))).isNotEmpty();
    }

    private static Walk.Outcome run(String text) {
        var currencies = CurrenciesOnPaper.read(Suite.currencies());
        var which = Suite.parse(text);
        return Walk.through(List.of(which), c -> new AlgebraEngine(c, currencies)).get(which);
    }

    private static TreeSet<String> commands(Stream<JsonNode> cases) {
        var found = new TreeSet<String>();
        cases.forEach(
                which -> which.get("steps").forEach(s -> found.addAll(names(s.get("command")))));
        return found;
    }

    private static TreeSet<String> namesOfCommands() {
        var found = new TreeSet<String>();
        for (var type : Command.class.getAnnotation(JsonSubTypes.class).value()) {
            found.add(type.name());
        }
        return found;
    }

    private static TreeSet<String> names(JsonNode object) {
        var found = new TreeSet<String>();
        ((ObjectNode) object).fieldNames().forEachRemaining(found::add);
        return found;
    }

    private static List<String> texts(JsonNode array) {
        var found = new TreeSet<String>();
        array.forEach(node -> found.add(node.asText()));
        return List.copyOf(found);
    }
}
