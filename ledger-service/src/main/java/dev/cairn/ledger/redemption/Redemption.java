package dev.cairn.ledger.redemption;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.quote.Money;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A reward that a member took.
 *
 * @param refunded points that went back; all of them when it is cancelled
 * @param money what the points of a payment covered; null for other rewards
 * @param fromStock whether it was one of a limited number
 * @param automatic whether a standing order made it
 */
public record Redemption(
        UUID id,
        @JsonIgnore AccountId account,
        String reward,
        long points,
        long refunded,
        Money money,
        @JsonIgnore UUID postingId,
        @JsonIgnore boolean fromStock,
        boolean automatic,
        @JsonIgnore Status state,
        Instant redeemedAt,
        Instant cancelledAt) {

    /** How far it got. Any of them can be cancelled. */
    public enum Status {
        ORDERED,
        SHIPPED,
        DELIVERED,
        FULFILLED,
        CANCELLED;

        /** Where it goes from here, if it goes on. */
        Optional<Status> next() {
            return switch (this) {
                case ORDERED -> Optional.of(SHIPPED);
                case SHIPPED -> Optional.of(DELIVERED);
                case DELIVERED, FULFILLED, CANCELLED -> Optional.empty();
            };
        }

        /** The name that callers see. */
        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @JsonProperty
    public String status() {
        return state.label();
    }

    @JsonProperty
    public String currency() {
        return account.currency();
    }

    /** Points that can still go back. */
    long refundable() {
        return points - refunded;
    }

    /** The same after so many points went back; the last of them end it. */
    Redemption afterRefund(long back, Instant now) {
        var over = back == refundable();
        return with(refunded + back, over ? Status.CANCELLED : state, over ? now : null);
    }

    /** The same, one step further. */
    Redemption at(Status step) {
        return with(refunded, step, cancelledAt);
    }

    private Redemption with(long nowRefunded, Status nowAt, Instant nowCancelledAt) {
        return new Redemption(
                id,
                account,
                reward,
                points,
                nowRefunded,
                money,
                postingId,
                fromStock,
                automatic,
                nowAt,
                redeemedAt,
                nowCancelledAt);
    }
}
