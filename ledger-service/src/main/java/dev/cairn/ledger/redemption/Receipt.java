package dev.cairn.ledger.redemption;

import java.time.Instant;
import java.util.UUID;

/**
 * What a member gets in hand after a redemption or its cancellation.
 *
 * @param balance what is left to spend
 */
public record Receipt(
        UUID id, String reward, long points, String status, long balance, Instant redeemedAt) {

    static Receipt of(Redemption redemption, long balance) {
        return new Receipt(
                redemption.id(),
                redemption.reward(),
                redemption.points(),
                redemption.status(),
                balance,
                redemption.redeemedAt());
    }
}
