package dev.cairn.rules.evaluation;

import static dev.cairn.rules.evaluation.Shop.award;
import static dev.cairn.rules.evaluation.Shop.back;
import static dev.cairn.rules.evaluation.Shop.fold;
import static dev.cairn.rules.evaluation.Shop.line;
import static dev.cairn.rules.evaluation.Shop.purchase;
import static dev.cairn.rules.evaluation.Shop.voided;
import static dev.cairn.rules.evaluation.Shop.worth;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class BaseEarningTest {
    private static final String NOW = "2026-06-01T00:00:00Z";
    private static final String AWARD = "base-earning:till:o-1";

    @Test
    void eachWholeUnitOfTheOrderPaysOnePoint() {
        var state = fold(NOW, purchase("o-1", "2026-03-03T10:00:00Z", 1299));
        assertThat(worth(state, AWARD)).isEqualTo(12);
    }

    @Test
    void linesAreAddedUpBeforeRounding() {
        var state =
                fold(
                        NOW,
                        purchase(
                                "o-1", "2026-03-03T10:00:00Z", line("1", 3, 50), line("2", 1, 50)));
        assertThat(worth(state, AWARD)).isEqualTo(2);
    }

    @Test
    void aReturnLowersTheOrderToWhatIsLeftOfIt() {
        var state =
                fold(
                        NOW,
                        purchase("o-1", "2026-03-03T10:00:00Z", line("1", 4, 250)),
                        back("r-1", "o-1", "2026-03-05T10:00:00Z", "1", 1));
        assertThat(worth(state, AWARD)).isEqualTo(7);
    }

    @Test
    void smallReturnsAddUpInsteadOfBeingRoundedAwayOneByOne() {
        var state =
                fold(
                        NOW,
                        purchase("o-1", "2026-03-03T10:00:00Z", line("1", 4, 50)),
                        back("r-1", "o-1", "2026-03-05T10:00:00Z", "1", 1),
                        back("r-2", "o-1", "2026-03-06T10:00:00Z", "1", 1),
                        back("r-3", "o-1", "2026-03-07T10:00:00Z", "1", 1),
                        back("r-4", "o-1", "2026-03-08T10:00:00Z", "1", 1));
        assertThat(worth(state, AWARD)).isZero();
    }

    @Test
    void moreCannotComeBackThanWasBought() {
        var state =
                fold(
                        NOW,
                        purchase(
                                "o-1",
                                "2026-03-03T10:00:00Z",
                                line("1", 1, 500),
                                line("2", 1, 700)),
                        back("r-1", "o-1", "2026-03-05T10:00:00Z", "1", 9));
        assertThat(worth(state, AWARD)).isEqualTo(7);
    }

    @Test
    void aReturnThatIsKnownBeforeItsPurchaseWaits() {
        var back = back("r-1", "o-1", "2026-03-05T10:00:00Z", "1", 1);
        assertThat(fold(NOW, back).explanations())
                .extracting(Explanation::sentence)
                .containsExactly("Waits for purchase o-1.");
        var state = fold(NOW, back, purchase("o-1", "2026-03-03T10:00:00Z", line("1", 2, 300)));
        assertThat(worth(state, AWARD)).isEqualTo(3);
        assertThat(state.explanations()).isEmpty();
    }

    @Test
    void aVoidedPurchaseNeverCounted() {
        var state =
                fold(
                        NOW,
                        purchase("o-1", "2026-03-03T10:00:00Z", 1299),
                        voided("v-1", "o-1", "2026-03-03T10:05:00Z"));
        assertThat(worth(state, AWARD)).isZero();
        assertThat(state.explanations())
                .extracting(Explanation::sentence)
                .containsExactly("Does not count: it was voided.");
    }

    @Test
    void purchasesAreAddedUpWithoutVoidedOnes() {
        var state =
                fold(
                        NOW,
                        purchase("o-1", "2026-03-03T10:00:00Z", 1299),
                        purchase("o-2", "2026-03-03T11:00:00Z", 700),
                        purchase("o-3", "2026-03-03T12:00:00Z", 500),
                        back("r-1", "o-2", "2026-03-05T10:00:00Z", "1", 1),
                        voided("v-1", "o-3", "2026-03-03T12:05:00Z"));
        assertThat(state.orders()).isEqualTo(new OrderTotals(2, 1, 1299));
    }

    @Test
    void aVoidedReturnTakesNothingBack() {
        var state =
                fold(
                        NOW,
                        purchase("o-1", "2026-03-03T10:00:00Z", 1299),
                        back("r-1", "o-1", "2026-03-05T10:00:00Z", "1", 1),
                        voided("v-1", "r-1", "2026-03-05T10:05:00Z"));
        assertThat(worth(state, AWARD)).isEqualTo(12);
    }

    @Test
    void pointsAreGoodUntilTheEndOfTheSameDayNextYear() {
        var state = fold(NOW, purchase("o-1", "2026-03-03T10:00:00Z", 1299));
        assertThat(award(state, AWARD).expiresAt())
                .isEqualTo(Instant.parse("2027-03-04T00:00:00Z"));
    }

    @Test
    void aLeapDayExpiresAtTheEndOfFebruary() {
        var state = fold("2024-03-01T00:00:00Z", purchase("o-1", "2024-02-29T10:00:00Z", 1299));
        assertThat(award(state, AWARD).expiresAt())
                .isEqualTo(Instant.parse("2025-03-01T00:00:00Z"));
    }

    @Test
    void theLastDayOfAPointIsADayInTheProgrammesZone() {
        var state = fold(NOW, purchase("o-1", "2026-05-31T23:30:00Z", 1299));
        assertThat(award(state, AWARD).expiresAt())
                .isEqualTo(Instant.parse("2027-06-01T23:00:00Z"));
    }
}
