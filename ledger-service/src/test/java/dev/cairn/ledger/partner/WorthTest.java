package dev.cairn.ledger.partner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.ledger.account.AccountId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WorthTest {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    private static Rate rate(long minor, long points) {
        return new Rate("1", NOW, minor, points);
    }

    static Quote quote(long points, long amountMinor) {
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
}
