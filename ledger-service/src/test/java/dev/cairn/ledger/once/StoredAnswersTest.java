package dev.cairn.ledger.once;

import static dev.cairn.ledger.Calls.newKey;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.clock.Sweeps;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.Calls;
import dev.cairn.ledger.LedgerTest;
import dev.cairn.ledger.currency.Currencies;
import dev.cairn.ledger.currency.CurrenciesOnPaper;
import io.quarkus.test.junit.QuarkusMock;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who sends a command again gets the answer that it had, whatever has changed since. */
@LedgerTest
class StoredAnswersTest {
    private static final Set<Integer> DONE = Set.of(200, 201, 202);

    @Inject Awards awards;
    @Inject CairnClock clock;
    @Inject Sweeps sweeps;

    @TempDir Path folder;

    static Stream<Arguments> operations() {
        return new Writes(null).byOperation().keySet().stream().map(name -> arguments(name));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void theSameCallAgainIsAnsweredAsBefore(String operation) throws IOException {
        var scene = new Scene(new Diary(awards));
        var command = new Writes(clock).byOperation().get(operation).apply(scene);
        var key = newKey();
        var first = command.send(key);
        assertThat(first.statusCode()).as(first.asString()).isIn(DONE);

        clock.set(clock.instant().plus(Duration.ofDays(8)));
        sweeps.runDue();
        scene.turnEverythingOff();
        Calls.theBooksHold();
        QuarkusMock.installMockForType(otherCurrencies(), Currencies.class);
        var again = command.send(key);

        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.statusCode())
                .isEqualTo(first.statusCode() == 201 ? 200 : first.statusCode());
    }

    /** As if the programme had gone on without the currencies that it had. */
    private Currencies otherCurrencies() throws IOException {
        var file = folder.resolve("currencies.yaml");
        Files.writeString(file, "currencies:\n  - id: shells\n");
        return CurrenciesOnPaper.read(file);
    }

    @Test
    void theListOfCommandsIsWhole() {
        assertThat(documented(StoredAnswersTest::takesAKey))
                .containsExactlyInAnyOrderElementsOf(new Writes(clock).byOperation().keySet());
    }

    /** Those of which the README says why repeating them is harmless. */
    @Test
    void whatTakesNoKeyChangesNothingWhenItIsRepeated() {
        assertThat(documented(operation -> !takesAKey(operation)))
                .filteredOn(name -> !name.startsWith("GET "))
                .containsExactlyInAnyOrder(
                        "POST /v1/members/{}/points/awards/{}/activate",
                        "POST /v1/members/{}/points/awards/{}/cancel",
                        "POST /v1/redemptions/{}/steps",
                        "POST /v1/redemptions/{}/cancel",
                        "POST /v1/adjustments/{}/approve",
                        "POST /v1/adjustments/{}/reject",
                        "POST /v1/points/reinstatements/{}/approve",
                        "POST /v1/points/reinstatements/{}/reject",
                        "POST /v1/transfers/{}/approve",
                        "POST /v1/transfers/{}/reject",
                        "PUT /v1/members/{}/freeze",
                        "DELETE /v1/members/{}/freeze",
                        "PUT /v1/rewards/{}",
                        "PUT /v1/partners/{}",
                        "POST /v1/imports",
                        "POST /v1/books/seals/verify",
                        "PUT /v1/me/auto-redeem",
                        "DELETE /v1/me/auto-redeem",
                        "POST /v1/me/partner-codes",
                        "POST /v1/me/household/invitations");
    }

    private static boolean takesAKey(Map<String, Object> operation) {
        return operation.getOrDefault("parameters", "").toString().contains("Idempotency-Key");
    }

    private static Set<String> documented(Predicate<Map<String, Object>> which) {
        Map<String, Map<String, Map<String, Object>>> paths =
                given().get("/q/openapi?format=json").jsonPath().getMap("paths");
        var names = new TreeSet<String>();
        paths.forEach(
                (path, operations) ->
                        operations.forEach(
                                (method, operation) -> {
                                    if (which.test(operation)) {
                                        names.add(name(method, path));
                                    }
                                }));
        return names;
    }

    private static String name(String method, String path) {
        return method.toUpperCase(Locale.ROOT) + " " + path.replaceAll("\\{[^}]*}", "{}");
    }
}
