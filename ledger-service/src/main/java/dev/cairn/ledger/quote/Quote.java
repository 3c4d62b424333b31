package dev.cairn.ledger.quote;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.LedgerProblem;
import dev.cairn.ledger.account.AccountId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A promise: this reward for these points until then.
 *
 * @param money what the points cover when they pay a bill; null for other rewards
 * @param expiresAt first instant at which it is too late
 * @param redemptionId the redemption that it led to, or null
 * @param holdId the hold that it led to instead, or null
 */
public record Quote(
        UUID id,
        @JsonIgnore AccountId account,
        String reward,
        long points,
        Money money,
        Instant expiresAt,
        @JsonIgnore UUID redemptionId,
        @JsonIgnore UUID holdId) {

    @JsonProperty
    public String currency() {
        return account.currency();
    }

    /** Why it is no good any more; empty while it is. */
    public Optional<Problem> worn(Instant now) {
        if (redemptionId != null) {
            return Optional.of(used("redemption", redemptionId));
        }
        if (holdId != null) {
            return Optional.of(used("hold", holdId));
        }
        return expiresAt.isAfter(now)
                ? Optional.empty()
                : Optional.of(
                        Problem.of(LedgerProblem.QUOTE_EXPIRED, "The price is not promised now.")
                                .with("expiredAt", expiresAt));
    }

    private static Problem used(String what, UUID by) {
        return Problem.of(LedgerProblem.QUOTE_USED, "The quote led to a purchase already.")
                .with(what, by);
    }
}
