package dev.cairn.ledger.partner;

import dev.cairn.ledger.account.AccountId;
import java.time.Instant;
import java.util.UUID;

/**
 * A price in points that a partner may charge a member.
 *
 * @param points from 1
 * @param amountMinor what they cover, in minor units of the partner's money, from 1
 * @param rate the version by which they were calculated
 * @param expiresAt the first instant at which it is too old
 * @param holdId the purchase that it led to; null before
 */
public record Quote(
        UUID id,
        String partnerId,
        AccountId account,
        long points,
        long amountMinor,
        String moneyCurrency,
        String rate,
        Instant quotedAt,
        Instant expiresAt,
        UUID holdId) {

    /** As the partner sees it: without the member. */
    public record View(
            UUID id,
            String currency,
            long points,
            long amountMinor,
            String moneyCurrency,
            String rate,
            Instant expiresAt) {}

    View view() {
        return new View(
                id, account.currency(), points, amountMinor, moneyCurrency, rate, expiresAt);
    }
}
