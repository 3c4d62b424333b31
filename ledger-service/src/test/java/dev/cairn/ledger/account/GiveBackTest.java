package dev.cairn.ledger.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.ledger.currency.Currency;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class GiveBackTest {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    /** Found by chaos: the lots came in the order of their ids, so the longest-lived one paid. */
    @Test
    void whatRunsOutFirstPaysTheDebt() {
        var soon = LotAllocatorTest.lot(2, 100, NOW.plusSeconds(99)).used(redeemed(2));
        var late = LotAllocatorTest.lot(1, 100, NOW.plusSeconds(999)).used(redeemed(1));
        var owing = new Movement().move(60, Pot.ARREARS, Pot.REVERSED);
        var balance = Balance.EMPTY.after(owing, new Subject.Time());
        var account = new Account(AccountId.of("m-1"), balance, Standing.GOOD, List.of(soon, late));

        var movement = new Movement();
        GiveBack.restore(
                account,
                Currency.named("points"),
                movement,
                new Taken(List.of(redeemed(1), redeemed(2)), List.of()),
                Pot.REDEEMED,
                new BusinessKey("cancellation:1"),
                NOW);

        assertThat(movement.uses())
                .contains(new LotUse(soon.id(), LotUse.Kind.ARREARS, 60))
                .noneMatch(
                        use -> use.lotId().equals(late.id()) && use.kind() == LotUse.Kind.ARREARS);
    }

    private static LotUse redeemed(int number) {
        return new LotUse(LotAllocatorTest.lot(number, 0, null).id(), LotUse.Kind.REDEEMED, 100);
    }
}
