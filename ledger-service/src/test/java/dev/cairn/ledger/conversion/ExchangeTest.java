package dev.cairn.ledger.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.ledger.currency.Conversion;
import dev.cairn.ledger.currency.Conversion.Rate;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExchangeTest {
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    private static Rate rate(long numerator, long denominator) {
        return new Rate("v", LONG_AGO, numerator, denominator);
    }

    @ParameterizedTest
    @CsvSource({
        "2, 3, 10, 9, 6",
        "1, 3, 10, 9, 3",
        "3, 2, 5, 5, 7",
        "5, 1, 7, 7, 35",
        "1, 1, 4, 4, 4"
    })
    void whatWouldOnlyMakeAFractionStays(
            long numerator, long denominator, long points, long taken, long given) {
        var exchange = Exchange.of(rate(numerator, denominator), points).orElseThrow();

        assertThat(exchange.taken()).isEqualTo(taken);
        assertThat(exchange.given()).isEqualTo(given);
    }

    @Test
    void tooFewPointsBecomeNothing() {
        assertThat(Exchange.of(rate(1, 100), 99)).isEmpty();
        assertThat(Exchange.least(rate(1, 100))).isEqualTo(100);
        assertThat(Exchange.least(rate(2, 3))).isEqualTo(2);
    }

    @Test
    void moreThanAnAccountMayGetIsNotOffered() {
        assertThat(Exchange.of(rate(Long.MAX_VALUE, 1), 1_000_000_000_000L)).isEmpty();
        var most = Exchange.most(rate(3, 2));
        assertThat(Exchange.of(rate(3, 2), most)).isPresent();
        assertThat(Exchange.of(rate(3, 2), most + 1)).isEmpty();
    }

    @Test
    void theNewestRateThatBeganHolds() {
        var newYear = Instant.parse("2026-01-01T00:00:00Z");
        var conversion =
                new Conversion(
                        "a",
                        "b",
                        List.of(new Rate("new", newYear, 2, 1), new Rate("old", LONG_AGO, 1, 1)));

        assertThat(Exchange.rateAt(conversion, newYear.minusNanos(1)).orElseThrow().version())
                .isEqualTo("old");
        assertThat(Exchange.rateAt(conversion, newYear).orElseThrow().version()).isEqualTo("new");
        assertThat(Exchange.rateAt(conversion, LONG_AGO.minusNanos(1))).isEmpty();
    }
}
