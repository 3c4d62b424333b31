package dev.cairn.ledger.currency;

import java.time.Instant;
import java.util.List;

/** From which currency into which, at rates that each hold from an instant on. */
public record Conversion(String from, String to, List<Rate> rates) {
    public Conversion {
        rates = rates == null ? List.of() : List.copyOf(rates);
    }

    /**
     * {@code denominator} points of the first currency become {@code numerator} of the second;
     * fractions are cut.
     *
     * @param version names the rate in the books
     * @param since first instant at which it holds
     */
    public record Rate(String version, Instant since, long numerator, long denominator) {}
}
