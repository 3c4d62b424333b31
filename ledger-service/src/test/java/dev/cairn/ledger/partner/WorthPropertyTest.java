package dev.cairn.ledger.partner;

import static dev.cairn.ledger.partner.WorthTest.quote;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

class WorthPropertyTest {

    /** In whatever parts it is captured and refunded, the money sums up to that of the whole. */
    @Property(tries = 500)
    void anyPartsSumUpToTheWhole(
            @ForAll @LongRange(min = 1, max = 5000) long points,
            @ForAll @LongRange(min = 1, max = 5000) long amount,
            @ForAll("moves") List<Long> moves) {
        var quote = quote(points, amount);
        var taken = 0L;
        var paid = 0L;
        for (var move : moves) {
            var next = Math.clamp(taken + move, 0L, points);
            var money = Worth.ofPart(quote, next) - Worth.ofPart(quote, taken);
            assertThat(Math.abs(money - (double) amount * (next - taken) / points)).isLessThan(1);
            paid += money;
            taken = next;
        }
        assertThat(paid).isEqualTo(Math.floorDiv(amount * taken, points));
        assertThat(paid + Worth.ofPart(quote, points) - Worth.ofPart(quote, taken))
                .isEqualTo(amount);
    }

    /** An amount takes or returns the fewest points that are worth it. */
    @Property(tries = 500)
    void anAmountMovesTheFewestPointsThatCoverIt(
            @ForAll @LongRange(min = 1, max = 3000) long points,
            @ForAll @LongRange(min = 1, max = 3000) long amount,
            @ForAll @LongRange(min = 0, max = 3000) long some,
            @ForAll @LongRange(min = 1, max = 3000) long wanted) {
        var quote = quote(points, amount);
        var taken = Math.min(some, points);
        var worth = Worth.ofPart(quote, taken);

        var more = Worth.pointsToCapture(quote, taken, wanted);
        if (wanted <= amount - worth) {
            assertThat(more).isPositive();
            assertThat(Worth.ofPart(quote, taken + more) - worth).isGreaterThanOrEqualTo(wanted);
            assertThat(Worth.ofPart(quote, taken + more - 1) - worth).isLessThan(wanted);
        } else {
            assertThat(taken + more).isGreaterThan(points);
        }
        var back = Worth.pointsToRefund(quote, taken, wanted);
        if (wanted < worth) {
            assertThat(worth - Worth.ofPart(quote, taken - back)).isGreaterThanOrEqualTo(wanted);
            assertThat(worth - Worth.ofPart(quote, taken - back + 1)).isLessThan(wanted);
        } else if (wanted == worth) {
            assertThat(back).isEqualTo(taken);
        } else {
            assertThat(back).isGreaterThan(taken);
        }
    }

    @Provide
    Arbitrary<List<Long>> moves() {
        return Arbitraries.longs().between(-2000, 2000).list().ofMaxSize(20);
    }
}
