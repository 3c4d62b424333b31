package dev.cairn.ledger.quote;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cairn.ledger.account.AccountId;
import java.time.Instant;
import java.util.UUID;

/**
 * A promise: this reward for these points until then.
 *
 * @param money what the points cover when they pay a bill; null for other rewards
 * @param expiresAt first instant at which it is too late
 * @param redemptionId what it led to; null before
 */
public record Quote(
        UUID id,
        @JsonIgnore AccountId account,
        String reward,
        long points,
        Money money,
        Instant expiresAt,
        @JsonIgnore UUID redemptionId) {

    @JsonProperty
    public String currency() {
        return account.currency();
    }

    /** Whether it is too late. */
    public boolean expiredBy(Instant now) {
        return !expiresAt.isAfter(now);
    }
}
