package dev.cairn.ledger.catalogue;

import dev.cairn.ledger.account.AccountId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What points are worth when they pay a bill.
 *
 * @param currency of the points; {@code points} when it is left out
 * @param money ISO 4217 code
 * @param rates each holds from an instant on, until the next one does
 */
public record Payment(String currency, String money, List<Rate> rates) {
    public Payment {
        currency = currency == null ? AccountId.POINTS : currency;
        rates = rates == null ? List.of() : List.copyOf(rates);
    }

    /**
     * {@code points} are worth {@code minor} minor units of the money: 100 points for 50 cents are
     * {@code points: 100, minor: 50}.
     *
     * @param version names the rate in quotes and redemptions
     * @param since first instant at which it holds
     */
    public record Rate(String version, Instant since, Long points, Long minor) {}

    /** The rate that holds at this instant; empty before the first one. */
    public Optional<Rate> rateAt(Instant now) {
        return rates.stream()
                .filter(rate -> !rate.since().isAfter(now))
                .max(Comparator.comparing(Rate::since));
    }

    /** The first instant at which any rate holds. */
    public Instant firstSince() {
        return rates.stream().map(Rate::since).min(Comparator.naturalOrder()).orElseThrow();
    }
}
