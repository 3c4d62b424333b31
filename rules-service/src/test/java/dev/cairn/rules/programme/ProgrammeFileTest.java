package dev.cairn.rules.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.contracts.RewardEvent.AwardCategory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgrammeFileTest {
    private static final String DEMO = demo();

    @Test
    void theDemoProgrammeIsValid() {
        var programme = ProgrammeFile.read("demo", DEMO);
        assertThat(programme.id()).isEqualTo("cairn-demo");
        assertThat(programme.rules()).hasSize(7);
        assertThat(programme.rules().get(1))
                .isInstanceOfSatisfying(
                        PurchaseLadder.class,
                        ladder ->
                                assertThat(ladder.steps())
                                        .isEqualTo(Map.of(3L, 30L, 5L, 60L, 10L, 150L, 25L, 500L)));
    }

    @Test
    void theHashFollowsTheMeaningAndNotTheSpelling() {
        var hash = ProgrammeFile.hash(ProgrammeFile.read("demo", DEMO));
        var reordered = DEMO.replace("per: 100\n    points: 1", "points: 1\n    per: 100");
        var other = DEMO.replace("per: 100", "per: 200");
        assertThat(reordered).isNotEqualTo(DEMO);
        assertThat(ProgrammeFile.hash(ProgrammeFile.read("demo", "# hello\n" + reordered)))
                .isEqualTo(hash);
        assertThat(ProgrammeFile.hash(ProgrammeFile.read("demo", other))).isNotEqualTo(hash);
    }

    @Test
    void theHashIsTheSameInEveryProcess() {
        // Given an order that a hash set would shuffle with another seed in each process
        var many = DEMO.replace("[EUR, GBP, USD]", "[USD, SEK, NOK, PLN, GBP, EUR, DKK, CHF, CZK]");

        // When
        var programme = ProgrammeFile.read("demo", many);

        // Then
        assertThat(programme.currencies())
                .containsExactly("CHF", "CZK", "DKK", "EUR", "GBP", "NOK", "PLN", "SEK", "USD");
        assertThat(programme.rules())
                .filteredOn(TierLadder.class::isInstance)
                .singleElement()
                .extracting(rule -> ((TierLadder) rule).categories().toArray())
                .isEqualTo(
                        new Object[] {
                            AwardCategory.BASE, AwardCategory.MILESTONE, AwardCategory.STREAK
                        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    version: 1            | version: 0             | version must be 1 or higher
                    zone: Europe/London   | zone: Europe/Camelot   | zone
                    [EUR, GBP, USD]       | [EUR, XYZ]             | currency XYZ is not an ISO 4217 code
                    per: 100              | per: 0                 | per must be 1 or more minor units
                    per: 100              | pre: 100               | Unrecognized field "pre"
                    per: 100              | per: 100.5             | per
                    id: first-repeat      | id: purchases          | rule id purchases is twice
                    id: first-repeat      | id: First              | id of a rule must be lower-case
                    steps: {2: 20}        | steps: {}              | steps must hold at least one step
                    steps: {2: 20}        | steps: {0: 20}         | step 0 must be 1 or more
                    steps: {2: 20}        | steps: {2: -20}        | step 2 must pay 1 point or more
                    expiresAfter: P12M    | expiresAfter: P0D      | expiresAfter must be longer than nothing
                    from: 500             | from: 0                | tier stone must ask for more
                    budget: 25000         | budget: -1             | budget must not be negative
                    FREQ=WEEKLY;          | FREQ=SOMETIMES;        | rrule cannot be read
                    type: profile-goal    | type: lottery          | lottery
                    period: week          | period: fortnight      | period
                    """)
    void aMistakeIsToldInASentence(String good, String bad, String sentence) {
        assertThatThrownBy(() -> ProgrammeFile.read("demo", DEMO.replace(good, bad)))
                .isInstanceOf(InvalidProgramme.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void allMistakesAreToldAtOnce() {
        var bad = DEMO.replace("version: 1", "version: 0").replace("per: 100", "per: 0");
        assertThatThrownBy(() -> ProgrammeFile.read("demo", bad))
                .isInstanceOfSatisfying(
                        InvalidProgramme.class, e -> assertThat(e.mistakes()).hasSize(2));
    }

    @Test
    void emptyAndBrokenFilesAreRefused() {
        assertThatThrownBy(() -> ProgrammeFile.read("demo", ""))
                .isInstanceOf(InvalidProgramme.class);
        assertThatThrownBy(() -> ProgrammeFile.read("demo", "id: [oops"))
                .isInstanceOf(InvalidProgramme.class);
    }

    @Test
    void neighbouringDaysAreOneWindow() {
        var weekends = new RecurringDays("FREQ=WEEKLY;BYDAY=SA,SU", LocalDate.of(2010, 1, 2));
        var saturday = LocalDate.of(2026, 3, 7);
        assertThat(weekends.windowOf(saturday.plusDays(1))).contains(saturday);
        assertThat(weekends.endOf(saturday)).isEqualTo(saturday.plusDays(2));
        assertThat(weekends.windowOf(saturday.plusDays(2))).isEmpty();
        assertThat(weekends.nextAfter(saturday.plusDays(2))).contains(saturday.plusDays(7));
    }

    @Test
    void aWindowMayReachOverNewYear() {
        var weekends = new RecurringDays("FREQ=WEEKLY;BYDAY=SA,SU", LocalDate.of(2010, 1, 2));
        assertThat(weekends.windowOf(LocalDate.of(2023, 1, 1)))
                .contains(LocalDate.of(2022, 12, 31));
    }

    @Test
    void nothingRecursBeforeItsStart() {
        var weekends = new RecurringDays("FREQ=WEEKLY;BYDAY=SA,SU", LocalDate.of(2010, 1, 2));
        assertThat(weekends.contains(LocalDate.of(2009, 12, 26))).isFalse();
    }

    private static String demo() {
        try (var file = ProgrammeFileTest.class.getResourceAsStream("/programme/cairn-demo.yaml")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
