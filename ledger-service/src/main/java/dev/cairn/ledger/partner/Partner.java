package dev.cairn.ledger.partner;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A brand that accepts points.
 *
 * @param client the OIDC client that acts for it
 * @param currency the points that it accepts
 * @param moneyCurrency ISO 4217 code of the money that it is paid in
 * @param active whether it takes part at the moment; what was reserved before stays good
 * @param monthlyBudget points that it may take in a calendar month; null for no limit
 * @param rates all that ever were, oldest first
 */
public record Partner(
        String id,
        String name,
        String client,
        String currency,
        String moneyCurrency,
        boolean active,
        Long monthlyBudget,
        Instant createdAt,
        List<Rate> rates) {

    /** The rate in force, if there is one yet. */
    Optional<Rate> rateAt(Instant now) {
        return rates.stream()
                .filter(rate -> !rate.since().isAfter(now))
                .max(Comparator.comparing(Rate::since).thenComparing(Rate::version));
    }

    /** Who its holds belong to. */
    String placedBy() {
        return "partner:" + id;
    }

    /** The same partner with these rates. */
    Partner with(List<Rate> newRates) {
        return new Partner(
                id,
                name,
                client,
                currency,
                moneyCurrency,
                active,
                monthlyBudget,
                createdAt,
                List.copyOf(newRates));
    }
}
