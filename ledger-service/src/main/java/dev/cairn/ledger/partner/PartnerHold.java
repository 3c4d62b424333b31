package dev.cairn.ledger.partner;

import dev.cairn.ledger.hold.Hold;
import java.time.Instant;
import java.util.UUID;

/**
 * A purchase as the partner sees it: without the member.
 *
 * @param status held, captured, voided or lapsed
 * @param amountMinor what the quote's points cover
 * @param settledMinor what the partner gets for it as it is now: captured less refunded
 * @param line what this call added to the settlement; null for calls that add nothing
 */
public record PartnerHold(
        UUID id,
        UUID quote,
        String status,
        String currency,
        long points,
        long held,
        long captured,
        long refunded,
        long amountMinor,
        long settledMinor,
        String moneyCurrency,
        Instant lapsesAt,
        String reference,
        Line line) {

    static PartnerHold of(Quote quote, Hold hold, Line line) {
        return new PartnerHold(
                hold.id(),
                quote.id(),
                hold.status().label(),
                hold.account().currency(),
                hold.points(),
                hold.held(),
                hold.captured(),
                hold.refunded(),
                quote.amountMinor(),
                Worth.ofPart(quote, hold.refundable()),
                quote.moneyCurrency(),
                hold.lapsesAt(),
                hold.reference(),
                line);
    }
}
