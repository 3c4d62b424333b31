package dev.cairn.ledger.award;

import dev.cairn.contracts.RewardEvent.AwardSet;
import dev.cairn.ledger.currency.Currency;
import dev.cairn.ledger.currency.ExpiryDay;
import dev.cairn.ledger.currency.ExpiryModel;
import java.time.Instant;
import java.util.Optional;

/**
 * When the points of an award run out: on the award's own day, or else by its currency's model,
 * counted from when they were earned or from when they become active, whichever is later.
 *
 * @param expiresAt first instant at which they cannot be spent; null means never
 * @param sliding whether the account's use moves it
 */
record LotAge(Instant expiresAt, boolean sliding) {

    /**
     * @param slidesUntil how far use has moved the account's sliding points
     */
    static LotAge of(AwardSet award, Currency currency, Optional<Instant> slidesUntil) {
        if (award.expiresAt() != null) {
            return new LotAge(award.expiresAt(), false);
        }
        var waits = award.activeFrom() != null && award.activeFrom().isAfter(award.occurredAt());
        var since = waits ? award.activeFrom() : award.occurredAt();
        var expiresAt = ExpiryDay.after(currency.expiry(), currency.zone(), since);
        return switch (currency.expiry()) {
            case ExpiryModel.Sliding sliding ->
                    new LotAge(slidesUntil.filter(expiresAt::isBefore).orElse(expiresAt), true);
            case ExpiryModel.Never never -> new LotAge(expiresAt, false);
            case ExpiryModel.Rolling rolling -> new LotAge(expiresAt, false);
            case ExpiryModel.Calendar calendar -> new LotAge(expiresAt, false);
        };
    }
}
