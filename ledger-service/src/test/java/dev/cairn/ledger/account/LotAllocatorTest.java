package dev.cairn.ledger.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

public class LotAllocatorTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    /** A lot that can be spent, earned {@code number} seconds after the first. */
    public static Lot lot(int number, long points, Instant expiresAt) {
        return Lot.open(
                        new UUID(0, number),
                        LotSource.AWARD,
                        "award-" + number,
                        START.plusSeconds(number),
                        expiresAt)
                .grown(points);
    }

    @Test
    void lotsWithoutExpiryAreSpentLastAndTheOldestOfThemFirst() {
        var soon = lot(3, 10, START.plusSeconds(99));
        var old = lot(1, 10, null);
        var young = lot(2, 10, null);

        var takes = LotAllocator.take(25, List.of(young, old, soon));

        assertThat(takes)
                .containsExactly(
                        new LotAllocator.Take(soon, 10),
                        new LotAllocator.Take(old, 10),
                        new LotAllocator.Take(young, 5));
    }

    @Test
    void emptyAndPendingLotsGiveNothing() {
        var empty = lot(1, 0, null);
        var pending = lot(2, 10, null).waiting(true);

        assertThat(LotAllocator.take(5, List.of(empty, pending))).isEmpty();
    }

    /** Before everything else, whatever runs out when. */
    @Test
    void aLowerPriorityIsSpentFirstAndAHigherOneLast() {
        var usual = lot(1, 10, null);
        var soon = lot(2, 10, START.plusSeconds(50)).spentAs(1);
        var first = lot(3, 10, START.plusSeconds(99)).spentAs(-1);

        var takes = LotAllocator.take(25, List.of(soon, usual, first));

        assertThat(takes)
                .containsExactly(
                        new LotAllocator.Take(first, 10),
                        new LotAllocator.Take(usual, 10),
                        new LotAllocator.Take(soon, 5));
    }

    /** Wherever its points go: to another member, or to a new lot after their time was over. */
    @Test
    void theirPlaceGoesWithThePoints() {
        var lot = lot(1, 10, null).spentAs(-7);

        assertThat(lot.twin(new UUID(0, 2), LotSource.TRANSFER).priority()).isEqualTo(-7);
        assertThat(lot(3, 10, null).comingFrom(lot).priority()).isEqualTo(-7);
    }
}
