package dev.cairn.ledger.quote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.ledger.catalogue.Payment;
import dev.cairn.ledger.catalogue.Payment.Rate;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class PartPaymentTest {
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");

    private static Rate rate(long points, long minor) {
        return new Rate("1", Instant.EPOCH, points, minor);
    }

    /** POS-Awesome #45: the rate was applied upside down, and 100 points paid 200 instead of 50. */
    @Test
    void rateInverted() {
        var hundredPointsAreFiftyCents = rate(100, 50);

        assertThat(PartPayment.of(1000, 10_000, hundredPointsAreFiftyCents))
                .isEqualTo(new PartPayment(2000, 1000));
        assertThat(PartPayment.of(1000, 100, hundredPointsAreFiftyCents))
                .isEqualTo(new PartPayment(100, 50));
    }

    @Test
    void pointsAreRoundedUpAndMoneyDown() {
        var sevenPointsAreThreeCents = rate(7, 3);

        assertThat(PartPayment.of(10, 1000, sevenPointsAreThreeCents))
                .isEqualTo(new PartPayment(24, 10));
        assertThat(PartPayment.of(10, 20, sevenPointsAreThreeCents))
                .isEqualTo(new PartPayment(19, 8));
        assertThat(PartPayment.of(10, 2, sevenPointsAreThreeCents))
                .isEqualTo(new PartPayment(0, 0));
    }

    @Property
    void nobodyPaysAPointTooManyAndNoCentTooMuchIsCovered(
            @ForAll @LongRange(min = 1, max = 1_000_000_000) long bill,
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long most,
            @ForAll @LongRange(min = 1, max = 1_000_000) long points,
            @ForAll @LongRange(min = 1, max = 1_000_000) long minor) {
        var part = PartPayment.of(bill, most, rate(points, minor));

        assertThat(part.points()).isBetween(0L, most);
        assertThat(part.minor()).isBetween(0L, bill);
        assertThat(worth(part.points(), points, minor)).isGreaterThanOrEqualTo(money(part, points));
        if (part.points() > 0) {
            assertThat(worth(part.points() - 1, points, minor)).isLessThan(money(part, points));
        }
        if (part.minor() < bill) {
            assertThat(worth(most, points, minor))
                    .isLessThan(money(new PartPayment(0, part.minor() + 1), points));
        }
    }

    private static BigInteger worth(long given, long points, long minor) {
        return BigInteger.valueOf(given).multiply(BigInteger.valueOf(minor));
    }

    private static BigInteger money(PartPayment part, long points) {
        return BigInteger.valueOf(part.minor()).multiply(BigInteger.valueOf(points));
    }

    @Property
    void moneyOfRefundsAddsUpToTheMoneyHoweverTheyAreCut(
            @ForAll @LongRange(min = 1, max = 1_000_000_000) long minor,
            @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long points,
            @ForAll List<@LongRange(min = 1, max = 1_000_000_000_000L) Long> cuts) {
        var money = new Money(minor, "EUR", "1");
        var back = 0L;
        var sum = 0L;
        for (var cut : cuts) {
            var next = Math.min(points, back + cut);
            sum += money.of(next, points) - money.of(back, points);
            back = next;
        }
        sum += money.of(points, points) - money.of(back, points);

        assertThat(sum).isEqualTo(minor);
    }

    @Test
    void theNewestRateThatHasBegunHolds() {
        var old = new Rate("old", Instant.EPOCH, 100L, 50L);
        var now = new Rate("new", MARCH, 100L, 60L);
        var payment = new Payment(null, "EUR", List.of(now, old));

        assertThat(payment.rateAt(MARCH.minusMillis(1))).contains(old);
        assertThat(payment.rateAt(MARCH)).contains(now);
        assertThat(new Payment(null, "EUR", List.of(now)).rateAt(MARCH.minusMillis(1))).isEmpty();
    }
}
