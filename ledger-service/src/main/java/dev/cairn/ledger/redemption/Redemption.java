package dev.cairn.ledger.redemption;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.quote.Money;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A reward that a member took, or that somebody reserved for the member.
 *
 * @param refunded points that went back; all of them when it is cancelled
 * @param money what the points of a payment covered; null for other rewards
 * @param postingId that spent the points; null as long as nothing was spent
 * @param fromStock whether it was one of a limited number
 * @param automatic whether a standing order made it
 * @param redeemedAt when it was made or reserved: limits count from then on, also after a capture
 * @param reservedUntil the first instant at which it is no longer reserved; absent for all others
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
        Instant cancelledAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) Instant reservedUntil) {

    /** How far it got. Any of them can be cancelled; what is reserved, by the end of its hold. */
    public enum Status {
        RESERVED,
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
                case RESERVED, DELIVERED, FULFILLED, CANCELLED -> Optional.empty();
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
        return postingId == null ? 0 : points - refunded;
    }

    /** The same as it is at this instant: its time may be over before anybody has noted it. */
    Redemption asOf(Instant now) {
        return state == Status.RESERVED && !reservedUntil.isAfter(now)
                ? calledOff(reservedUntil)
                : this;
    }

    /**
     * The same once the member has it.
     *
     * @param posting that spent the points
     */
    Redemption handedOver(boolean shipped, UUID posting) {
        var nowAt = shipped ? Status.ORDERED : Status.FULFILLED;
        return with(posting, refunded, nowAt, cancelledAt, null);
    }

    /** The same when it was reserved and never taken. */
    Redemption calledOff(Instant at) {
        return with(postingId, refunded, Status.CANCELLED, at, null);
    }

    /** The same after so many points went back; the last of them end it. */
    Redemption afterRefund(long back, Instant now) {
        var over = back == refundable();
        var nowAt = over ? Status.CANCELLED : state;
        return with(postingId, refunded + back, nowAt, over ? now : null, reservedUntil);
    }

    /** The same, one step further. */
    Redemption at(Status step) {
        return with(postingId, refunded, step, cancelledAt, reservedUntil);
    }

    private Redemption with(
            UUID nowPostingId,
            long nowRefunded,
            Status nowAt,
            Instant nowCancelledAt,
            Instant nowReservedUntil) {
        return new Redemption(
                id,
                account,
                reward,
                points,
                nowRefunded,
                money,
                nowPostingId,
                fromStock,
                automatic,
                nowAt,
                redeemedAt,
                nowCancelledAt,
                nowReservedUntil);
    }
}
