package dev.cairn.ledger.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What makes an account be written although nothing was posted. */
class AccountTest {
    private static final Instant DAY = Instant.parse("2026-03-10T00:00:00Z");

    private static Account with(Lot lot) {
        return new Account(AccountId.of("m-1"), Balance.EMPTY, Standing.GOOD, List.of(lot));
    }

    private static boolean moved(Lot before, Lot after) {
        var account = with(before);
        account.put(after);
        return account.moved();
    }

    private static Lot ending(Instant expiresAt) {
        return LotAllocatorTest.lot(1, 100, expiresAt);
    }

    private static Lot waiting(Instant activeFrom) {
        return ending(null).waiting(true).dated(DAY, activeFrom, null);
    }

    @Test
    void itIsWrittenWhenSomethingFallsDueEarlierThanBefore() {
        assertThat(moved(ending(null), ending(DAY))).isTrue();
        assertThat(moved(ending(DAY), ending(DAY.minusSeconds(1)))).isTrue();
        assertThat(moved(waiting(DAY), waiting(DAY.minusSeconds(1)))).isTrue();
    }

    /** To look too early does no harm. */
    @Test
    void itIsNotWrittenForDaysThatMoveAwayOrStay() {
        assertThat(moved(ending(DAY), ending(null))).isFalse();
        assertThat(moved(ending(DAY), ending(DAY.plusSeconds(1)))).isFalse();
        assertThat(moved(ending(DAY), ending(DAY).awaiting("delivery"))).isFalse();
        assertThat(with(ending(DAY)).moved()).isFalse();
    }

    @Test
    void theDaysOfWhatHoldsNothingDoNotMatter() {
        var spent = ending(DAY).used(new LotUse(ending(DAY).id(), LotUse.Kind.REDEEMED, 100));

        assertThat(moved(spent, spent.expiringAt(DAY.minusSeconds(1)))).isFalse();
    }
}
