package dev.cairn.ledger.partner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.ledger.account.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class WorthTest {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    private static Rate rate(long minor, long points) {
        return new Rate("1", NOW, minor, points);
    }

    private static Quote quote(long points, long amountMinor) {
        return new Quote(
                UUID.randomUUID(),
                "acme",
                AccountId.of("m-1"),
                points,
                amountMinor,
                "EUR",
                "1",
                NOW,
                NOW,
                null);
    }

    @Test
    void pointsAreRoundedUpAndMoneyDown() {
        assertThat(Worth.pointsFor(999, rate(1, 2))).isEqualTo(1998);
        assertThat(Worth.pointsFor(100, rate(3, 1))).isEqualTo(34);
        assertThat(Worth.amountFor(33, rate(3, 1))).isEqualTo(99);
        assertThat(Worth.amountFor(3, rate(1, 2))).isEqualTo(1);
        assertThat(Worth.amountFor(1, rate(1, 2))).isZero();
    }

    /** 200 points for one euro are 2 points for a cent, not half a point. */
    @Test
    void theRateIsNotTakenUpsideDown() {
        assertThat(Worth.pointsFor(100, rate(1, 2))).isEqualTo(200);
        assertThat(Worth.amountFor(100, rate(1, 2))).isEqualTo(50);
        assertThat(Worth.pointsFor(100, rate(2, 1))).isEqualTo(50);
        assertThat(Worth.amountFor(100, rate(2, 1))).isEqualTo(200);
    }

    @Test
    void thirdsOfACentAreNeitherLostNorInvented() {
        var quote = quote(3, 100);

        assertThat(Worth.ofPart(quote, 1)).isEqualTo(33);
        assertThat(Worth.ofPart(quote, 2) - Worth.ofPart(quote, 1)).isEqualTo(33);
        assertThat(Worth.ofPart(quote, 3) - Worth.ofPart(quote, 2)).isEqualTo(34);
    }

    @Test
    void theLargestAmountsDoNotOverflow() {
        var most = 1_000_000_000_000L;

        assertThat(Worth.ofPart(quote(most, most), most)).isEqualTo(most);
        assertThat(Worth.pointsFor(most, rate(1, 1_000_000))).isEqualTo(most * 1_000_000);
        assertThat(Worth.pointsToCapture(quote(most, 1), 0, most)).isGreaterThan(most);
        assertThat(Worth.pointsToRefund(quote(most, 1), most, most)).isGreaterThan(most);
    }

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
