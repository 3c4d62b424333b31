package dev.cairn.ledger.redemption;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.cairn.ledger.catalogue.RewardType;
import dev.cairn.ledger.quote.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * What a member gets in hand after a redemption or its cancellation.
 *
 * @param type of the reward; absent when it is cancelled
 * @param money what the points of a payment covered; absent for other rewards
 * @param balance what is left to spend
 */
public record Receipt(
        UUID id,
        String reward,
        @JsonInclude(JsonInclude.Include.NON_NULL) RewardType type,
        long points,
        String currency,
        Money money,
        String status,
        long balance,
        Instant redeemedAt) {

    static Receipt of(Redemption redemption, long balance) {
        return of(redemption, null, balance);
    }

    static Receipt of(Redemption redemption, RewardType type, long balance) {
        return new Receipt(
                redemption.id(),
                redemption.reward(),
                type,
                redemption.points(),
                redemption.currency(),
                redemption.money(),
                redemption.status(),
                balance,
                redemption.redeemedAt());
    }
}
