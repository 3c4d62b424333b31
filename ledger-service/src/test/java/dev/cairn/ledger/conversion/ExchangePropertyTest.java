package dev.cairn.ledger.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.ledger.currency.Conversion.Rate;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class ExchangePropertyTest {

    @Property
    void nothingIsTakenInVainAndTheRateIsKept(
            @ForAll @LongRange(min = 1, max = 1_000) long numerator,
            @ForAll @LongRange(min = 1, max = 1_000) long denominator,
            @ForAll @LongRange(min = 1, max = 1_000_000) long points) {
        var rate = rate(numerator, denominator);
        var found = Exchange.of(rate, points);
        if (found.isEmpty()) {
            assertThat(points).isLessThan(Exchange.least(rate));
            return;
        }
        var exchange = found.get();
        assertThat(exchange.taken()).isBetween(1L, points);
        assertThat(exchange.given()).isEqualTo(points * numerator / denominator);
        assertThat(exchange.upTo(exchange.taken())).isEqualTo(exchange.given());
        assertThat((exchange.taken() - 1) * numerator / denominator).isLessThan(exchange.given());
    }

    /** Many small conversions never give more than a large one. */
    @Property
    void splittingDoesNotPay(
            @ForAll @LongRange(min = 1, max = 100) long numerator,
            @ForAll @LongRange(min = 1, max = 100) long denominator,
            @ForAll @LongRange(min = 1, max = 10_000) long one,
            @ForAll @LongRange(min = 1, max = 10_000) long other) {
        var rate = rate(numerator, denominator);

        assertThat(given(rate, one) + given(rate, other))
                .isLessThanOrEqualTo(given(rate, one + other));
    }

    private static long given(Rate rate, long points) {
        return Exchange.of(rate, points).map(Exchange::given).orElse(0L);
    }

    private static Rate rate(long numerator, long denominator) {
        return new Rate("v", Instant.EPOCH, numerator, denominator);
    }
}
