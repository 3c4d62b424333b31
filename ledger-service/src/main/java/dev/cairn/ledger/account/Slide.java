package dev.cairn.ledger.account;

import dev.cairn.ledger.currency.Currency;
import dev.cairn.ledger.currency.ExpiryDay;
import dev.cairn.ledger.currency.ExpiryModel;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How far the use of an account has moved the last day of its sliding points. It only ever moves
 * on, so that late news of a use changes nothing that a later use decided.
 *
 * @param until first instant at which sliding points of this account cannot be spent any more;
 *     {@link Instant#MIN} when it was never used
 */
public record Slide(ExpiryModel.Sliding model, ZoneId zone, Instant until) {

    /** The slide of an account that was never used; empty when its points do not slide. */
    public static Optional<Slide> of(Currency currency) {
        return currency.expiry() instanceof ExpiryModel.Sliding sliding
                ? Optional.of(new Slide(sliding, currency.zone(), Instant.MIN))
                : Optional.empty();
    }

    /** The same slide, at least as far as this. */
    Slide atLeast(Instant instant) {
        return instant.isAfter(until) ? new Slide(model, zone, instant) : this;
    }

    /** The slide after a posting, which may be a use of the account. */
    Slide after(PostingKind kind, Instant occurredAt) {
        return isUse(kind) ? atLeast(ExpiryDay.after(model, zone, occurredAt)) : this;
    }

    /** The lot with its last day moved, if it slides and was alive when the account was used. */
    Lot moved(Lot lot, Instant usedAt) {
        var moves = lot.sliding() && lot.remaining() > 0 && !lot.deadBy(usedAt);
        return moves && lot.expiresAt() != null && lot.expiresAt().isBefore(until)
                ? lot.expiringAt(until)
                : lot;
    }

    /** The lot as if it had held points when the account was used at these instants. */
    Lot keptUp(Lot lot, List<Instant> used) {
        if (!lot.sliding() || lot.expiresAt() == null) {
            return lot;
        }
        var end = lot.expiresAt();
        for (var at : used) {
            var moved = ExpiryDay.after(model, zone, at);
            end = at.isBefore(end) && end.isBefore(moved) ? moved : end;
        }
        return end.equals(lot.expiresAt()) ? lot : lot.expiringAt(end);
    }

    /** The postings that are uses of the account. */
    Set<PostingKind> kinds() {
        return Arrays.stream(PostingKind.values())
                .filter(this::isUse)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(PostingKind.class)));
    }

    private boolean isUse(PostingKind kind) {
        return uses(kind).filter(model.on()::contains).isPresent();
    }

    private static Optional<ExpiryModel.Activity> uses(PostingKind kind) {
        return switch (kind) {
            case EARNED -> Optional.of(ExpiryModel.Activity.EARNING);
            case REDEEMED, HOLD_CAPTURED -> Optional.of(ExpiryModel.Activity.SPENDING);
            case TRANSFERRED_OUT -> Optional.of(ExpiryModel.Activity.GIVING);
            case TRANSFERRED_IN -> Optional.of(ExpiryModel.Activity.RECEIVING);
            case CONVERTED_OUT, CONVERTED_IN -> Optional.of(ExpiryModel.Activity.CONVERTING);
            case ACTIVATED,
                    REVERSED,
                    EXPIRED,
                    REDEMPTION_CANCELLED,
                    EXPIRY_CANCELLED,
                    HELD,
                    HOLD_RELEASED,
                    ADJUSTED_UP,
                    ADJUSTED_DOWN,
                    IMPORTED,
                    REINSTATED,
                    FORFEITED ->
                    Optional.empty();
        };
    }
}
