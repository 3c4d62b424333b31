package dev.cairn.ledger.account;

import static dev.cairn.ledger.account.LotAllocatorTest.lot;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class LotAllocatorPropertyTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    @Property
    void takesExactlyWhatIsThereAndTheOrderOfLotsDoesNotMatter(
            @ForAll @Size(max = 20) List<@LongRange(min = 0, max = 100) Long> amounts,
            @ForAll @LongRange(min = 0, max = 1_000) long wanted,
            @ForAll long seed) {
        var lots =
                IntStream.range(0, amounts.size())
                        .mapToObj(i -> lot(i, amounts.get(i), START.plusSeconds(1 + i % 5)))
                        .toList();
        var shuffled = new ArrayList<>(lots);
        Collections.shuffle(shuffled, new Random(seed));

        var takes = LotAllocator.take(wanted, lots);

        var there = amounts.stream().mapToLong(Long::longValue).sum();
        assertThat(takes.stream().mapToLong(LotAllocator.Take::points).sum())
                .isEqualTo(Math.min(wanted, there));
        assertThat(takes)
                .allSatisfy(take -> assertThat(take.points()).isBetween(1L, take.lot().remaining()))
                .isEqualTo(LotAllocator.take(wanted, shuffled));
    }
}
