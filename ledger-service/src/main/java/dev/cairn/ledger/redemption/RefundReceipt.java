package dev.cairn.ledger.redemption;

import dev.cairn.ledger.quote.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * What went back.
 *
 * @param money that the points had covered: the shop asks the member for it, or has given it back
 * @param refundable points that can still go back
 * @param balance what the member can spend now
 */
public record RefundReceipt(
        UUID id,
        UUID redemption,
        long points,
        Money money,
        long refundable,
        String status,
        long balance,
        Instant refundedAt) {}
