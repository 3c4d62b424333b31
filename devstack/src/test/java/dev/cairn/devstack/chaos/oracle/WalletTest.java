package dev.cairn.devstack.chaos.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WalletTest {

    private final Wallet wallet = new Wallet(Sample.RULES, List.of());

    @Test
    void spendsWhatRunsOutFirst() {
        wallet.award(Sample.award("late", 1, 100, null, 20), Sample.day(0));
        wallet.award(Sample.award("soon", 1, 100, null, 10), Sample.day(0));
        wallet.award(Sample.award("never", 1, 100, null, null), Sample.day(0));

        wallet.redeem("r", 120, Sample.day(1));

        assertThat(rest("soon").remaining()).isZero();
        assertThat(rest("late").remaining()).isEqualTo(80);
        assertThat(rest("never").remaining()).isEqualTo(100);
    }

    @Test
    void takesBackFromTheOwnLotThenFromOthersAndTheRestIsOwed() {
        wallet.award(Sample.award("a", 1, 100, null, null), Sample.day(0));
        wallet.award(Sample.award("b", 1, 50, null, null), Sample.day(0));
        wallet.redeem("r", 120, Sample.day(0));

        assertThat(wallet.award(Sample.award("a", 2, 0, null, null), Sample.day(0)))
                .containsExactly(new Change(Kind.REVERSED, 100, -70, "a"));
        assertThat(wallet.holding().figures()).containsEntry("arrears", 70L);
    }

    @Test
    void whatWasEarnedLaterPaysTheDebtFirst() {
        wallet.award(Sample.award("a", 1, 100, null, null), Sample.day(0));
        wallet.redeem("r", 100, Sample.day(0));
        wallet.award(Sample.award("a", 2, 0, null, null), Sample.day(0));

        assertThat(wallet.award(Sample.award("b", 1, 130, null, null), Sample.day(0)))
                .containsExactly(new Change(Kind.EARNED, 130, 30, "b"));
        assertThat(rest("b").remaining()).isEqualTo(30);
    }

    @Test
    void timeActivatesAndEndsPoints() {
        wallet.award(Sample.award("a", 1, 100, 2, 5), Sample.day(0));

        assertThat(wallet.passTime(Sample.day(1))).isEmpty();
        assertThat(wallet.passTime(Sample.day(9)))
                .containsExactly(
                        new Change(Kind.ACTIVATED, 100, 100, "a"),
                        new Change(Kind.EXPIRED, 100, 0, ""));
    }

    @Test
    void aReturnTakesFromWhatExpiredWithoutCost() {
        wallet.award(Sample.award("a", 1, 100, null, 5), Sample.day(0));
        wallet.passTime(Sample.day(6));

        wallet.award(Sample.award("a", 2, 30, null, 5), Sample.day(7));

        assertThat(wallet.holding().figures())
                .containsEntry("arrears", 0L)
                .containsEntry("expired", 30L)
                .containsEntry("clawed_base", 70L);
    }

    @Test
    void aCancelledRedemptionRestoresTheLotsAndWhatIsOverStaysOver() {
        wallet.award(Sample.award("soon", 1, 60, null, 5), Sample.day(0));
        wallet.award(Sample.award("late", 1, 60, null, 50), Sample.day(0));
        wallet.redeem("r", 100, Sample.day(1));

        assertThat(wallet.cancel("r", Sample.day(6)))
                .containsExactly(
                        new Change(Kind.REDEMPTION_CANCELLED, 100, 120, "r"),
                        new Change(Kind.EXPIRED, 60, 60, ""));
        assertThat(wallet.cancel("r", Sample.day(6))).isEmpty();
    }

    @Test
    void duplicatesAndLatecomersChangeNothing() {
        Award newest = Sample.award("a", 3, 40, null, null);
        wallet.award(newest, Sample.day(0));

        assertThat(wallet.award(newest, Sample.day(0))).isEmpty();
        assertThat(wallet.award(Sample.award("a", 2, 90, null, null), Sample.day(0))).isEmpty();
        assertThat(wallet.active()).isEqualTo(40);
    }

    @Test
    void nothingIsSpentThatIsNotThere() {
        wallet.award(Sample.award("a", 1, 99, null, null), Sample.day(0));

        assertThat(wallet.redeem("r", 100, Instant.MAX)).isEmpty();
        assertThat(wallet.active()).isEqualTo(99);
    }

    /** Only replicas whose clocks differ can see this. */
    @Test
    void whatExpiredComesBackOnlyWhenTheAwardHasOtherDates() {
        wallet.award(Sample.award("a", 1, 100, null, 5), Sample.day(0));
        wallet.passTime(Sample.day(6));

        assertThat(wallet.award(Sample.award("a", 2, 90, null, 5), Sample.day(4)))
                .containsExactly(
                        new Change(Kind.EXPIRY_CANCELLED, 10, 10, "a"),
                        new Change(Kind.REVERSED, 10, 0, "a"));
        assertThat(wallet.award(Sample.award("a", 3, 95, null, 9), Sample.day(6)))
                .containsExactly(
                        new Change(Kind.EXPIRY_CANCELLED, 90, 90, "a"),
                        new Change(Kind.EARNED, 5, 95, "a"));
    }

    @Test
    void heldPointsAreNobodysAndDoNotRunOut() {
        wallet.award(Sample.award("soon", 1, 100, null, 5), Sample.day(0));
        wallet.hold("h", 80, Duration.ofDays(9), Sample.day(1));

        assertThat(wallet.redeem("r", 30, Sample.day(1))).isEmpty();
        assertThat(wallet.passTime(Sample.day(6)))
                .containsExactly(new Change(Kind.EXPIRED, 20, 0, ""));
        assertThat(wallet.capture("h", 50, Sample.day(7)))
                .containsExactly(
                        new Change(Kind.HOLD_RELEASED, 30, 30, "h"),
                        new Change(Kind.HOLD_CAPTURED, 50, 30, "h"),
                        new Change(Kind.EXPIRED, 30, 0, ""));
    }

    @Test
    void aHoldThatEndsPaysDebtsFirst() {
        wallet.award(Sample.award("a", 1, 100, null, null), Sample.day(0));
        wallet.hold("h", 100, Duration.ofDays(1), Sample.day(0));
        wallet.award(Sample.award("a", 2, 40, null, null), Sample.day(0));

        assertThat(wallet.isOverdue("h", Sample.day(0))).isFalse();
        assertThat(wallet.isOverdue("h", Sample.day(1))).isTrue();
        assertThat(wallet.release("h", Sample.day(1)))
                .containsExactly(new Change(Kind.HOLD_RELEASED, 100, 40, "h"));
        assertThat(wallet.openHolds()).isEmpty();
    }

    @Test
    void aRefundIsAsIfLessHadBeenCaptured() {
        wallet.award(Sample.award("soon", 1, 100, null, 50), Sample.day(0));
        wallet.award(Sample.award("late", 1, 100, null, 90), Sample.day(0));
        wallet.hold("h", 150, Duration.ofDays(9), Sample.day(0));
        wallet.capture("h", 130, Sample.day(1));

        assertThat(wallet.refund("h", 40, Sample.day(2)))
                .containsExactly(new Change(Kind.REDEMPTION_CANCELLED, 40, 110, "h"));

        assertThat(rest("soon").remaining()).isEqualTo(10);
        assertThat(rest("late").remaining()).isEqualTo(100);
        assertThat(wallet.refund("h", 91, Sample.day(2))).isEmpty();
    }

    @Test
    void aHoldThatWasExtendedLastsLongerAndNeverShorter() {
        wallet.award(Sample.award("a", 1, 100, null, null), Sample.day(0));
        wallet.hold("h", 10, Duration.ofDays(5), Sample.day(0));

        assertThat(wallet.extend("h", Duration.ofDays(6), Sample.day(8))).isTrue();
        assertThat(wallet.extend("h", Duration.ofDays(1), Sample.day(4))).isTrue();
        assertThat(wallet.isOverdue("h", Sample.day(7))).isFalse();
        assertThat(wallet.capture("h", 10, Sample.day(8)))
                .containsExactly(new Change(Kind.HOLD_RELEASED, 10, 100, "h"));
        assertThat(wallet.extend("h", Duration.ofDays(20), Sample.day(9))).isFalse();
        assertThat(wallet.extend("h", Duration.ofDays(2), Sample.day(101))).isFalse();
    }

    @Test
    void byHandPointsAreGivenForEverAndTakenFromWhatRunsOutFirst() {
        wallet.award(Sample.award("a", 1, 30, null, 5), Sample.day(0));
        wallet.adjustUp("x", 50, Sample.day(0));

        assertThat(wallet.adjustDown("y", 81, Sample.day(1))).isEmpty();
        assertThat(wallet.adjustDown("y", 40, Sample.day(1)))
                .containsExactly(new Change(Kind.ADJUSTED_DOWN, 40, 40, "y"));
        assertThat(rest("a").remaining()).isZero();
        assertThat(wallet.passTime(Sample.day(999))).isEmpty();
    }

    private Holding.Rest rest(String award) {
        return wallet.holding().lots().get(Births.name(award).toString());
    }
}
