package dev.cairn.ledger.redemption;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cairn.ledger.account.AccountId;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * A reward that a member took.
 *
 * @param fromStock whether it was one of a limited number
 */
public record Redemption(
        UUID id,
        @JsonIgnore AccountId account,
        String reward,
        long points,
        @JsonIgnore UUID postingId,
        @JsonIgnore boolean fromStock,
        @JsonIgnore Status state,
        Instant redeemedAt,
        Instant cancelledAt) {

    /** How far it got. */
    enum Status {
        FULFILLED,
        CANCELLED
    }

    @JsonProperty
    public String status() {
        return state.name().toLowerCase(Locale.ROOT);
    }

    Redemption cancelled(Instant now) {
        return new Redemption(
                id,
                account,
                reward,
                points,
                postingId,
                fromStock,
                Status.CANCELLED,
                redeemedAt,
                now);
    }
}
