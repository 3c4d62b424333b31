package dev.cairn.ledger.redemption;

import dev.cairn.ledger.quote.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * What a member gets in hand after a redemption or its cancellation.
 *
 * @param money what the points of a payment covered; absent for other rewards
 * @param balance what is left to spend
 */
public record Receipt(
        UUID id,
        String reward,
        long points,
        String currency,
        Money money,
        String status,
        long balance,
        Instant redeemedAt) {

    static Receipt of(Redemption redemption, long balance) {
        return new Receipt(
                redemption.id(),
                redemption.reward(),
                redemption.points(),
                redemption.currency(),
                redemption.money(),
                redemption.status(),
                balance,
                redemption.redeemedAt());
    }
}
