package dev.cairn.ledger.partner;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What a partner gets for a period that is over. Never changed: what comes later belongs to the
 * next one.
 *
 * @param number from 1 without gaps
 * @param from its first day, in the zone of the point currency
 * @param to the day after its last
 * @param moneyCurrency of all amounts, which are in its minor units
 */
public record Settlement(
        String partner,
        long number,
        LocalDate from,
        LocalDate to,
        String currency,
        String moneyCurrency,
        Part captures,
        Part refunds,
        Instant closedAt) {

    /** What lines of a kind sum up to; nothing in it is negative. */
    public record Part(long lines, long points, long amountMinor) {}

    /** Captured less refunded; negative when more came back than was taken. */
    @JsonProperty
    public long points() {
        return captures.points() - refunds.points();
    }

    /** What the programme pays the partner; negative when the partner pays. */
    @JsonProperty
    public long amountMinor() {
        return captures.amountMinor() - refunds.amountMinor();
    }
}
