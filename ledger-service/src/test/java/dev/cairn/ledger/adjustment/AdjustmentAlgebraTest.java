package dev.cairn.ledger.adjustment;

import static dev.cairn.ledger.transfer.Ledgers.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.account.Lot;
import dev.cairn.ledger.approval.Decision;
import dev.cairn.ledger.currency.Currency;
import dev.cairn.ledger.currency.ExpiryModel;
import dev.cairn.ledger.transfer.Ledgers;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AdjustmentAlgebraTest {
    private static final Currency POINTS = Currency.named("points");

    private final Ledgers ledgers = new Ledgers();

    private static Adjustment adjustment(long points, boolean allowDebt, Instant expiresAt) {
        return new Adjustment(
                UUID.randomUUID(),
                AccountId.of("a"),
                points,
                "goodwill",
                "a note",
                allowDebt,
                expiresAt,
                Decision.DONE,
                "staff-1",
                day(1),
                null,
                day(1));
    }

    private Lot adjusted(Currency currency, Instant expiresAt) {
        var given = adjustment(50, false, expiresAt);
        AdjustmentAlgebra.adjust(ledgers.of("a"), given, currency, day(1));
        ledgers.check();
        return ledgers.of("a").lots().iterator().next();
    }

    @Test
    void givenPointsAreALotThatRunsOutAsTheCurrencySays() {
        var tenDays = new ExpiryModel.Rolling(Period.ofDays(10), null);
        var here =
                new Currency(
                        "points",
                        null,
                        ZoneOffset.UTC,
                        tenDays,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);

        assertThat(adjusted(here, null).expiresAt()).isEqualTo(day(12));
    }

    @Test
    void aDateOfItsOwnWins() {
        assertThat(adjusted(POINTS, day(3)).expiresAt()).isEqualTo(day(3));
    }

    @Test
    void givenPointsPayDebtsFirst() {
        ledgers.owe("a", 20);

        AdjustmentAlgebra.adjust(ledgers.of("a"), adjustment(50, false, null), POINTS, day(1));

        assertThat(ledgers.of("a").balance().arrears()).isZero();
        assertThat(ledgers.of("a").balance().active()).isEqualTo(30);
        ledgers.check();
    }

    @Test
    void pointsAreTakenFromWhatRunsOutFirst() {
        var late = ledgers.grant("a", 50, day(0), null);
        var soon = ledgers.grant("a", 50, day(0), day(9));

        AdjustmentAlgebra.adjust(ledgers.of("a"), adjustment(-60, false, null), POINTS, day(1));

        assertThat(ledgers.of("a").lot(soon.id()).remaining()).isZero();
        assertThat(ledgers.of("a").lot(late.id()).remaining()).isEqualTo(40);
        ledgers.check();
    }

    @Test
    void whatIsNotThereIsOwedOnlyIfStaffSaysSo() {
        ledgers.grant("a", 50, day(0), null);
        var account = ledgers.of("a");

        assertThat(AdjustmentAlgebra.refusal(account, adjustment(-60, false, null))).isPresent();
        var owed = adjustment(-60, true, null);
        assertThat(AdjustmentAlgebra.refusal(account, owed)).isEmpty();
        AdjustmentAlgebra.adjust(account, owed, POINTS, day(1));

        assertThat(account.balance().arrears()).isEqualTo(10);
        assertThat(account.balance().active()).isZero();
        ledgers.check();
    }
}
