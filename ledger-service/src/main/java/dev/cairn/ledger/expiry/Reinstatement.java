package dev.cairn.ledger.expiry;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.approval.Asked;
import dev.cairn.ledger.approval.Decision;
import java.time.Instant;
import java.util.UUID;

/**
 * Expired points that support gives back.
 *
 * @param awardId only what expired of this award; of any when null
 * @param points above zero
 * @param reason one of the currency's codes
 * @param note free text of staff; null when there is none or the reader need not see it
 * @param expiresAt first instant at which they cannot be spent any more
 * @param askedBy who asked, by the token
 * @param decidedBy who else agreed or refused; null when nobody had to, or has yet
 * @param decidedAt when it was done or refused; null while it waits
 * @param balance what the member could spend right after it, or owed when negative; null elsewhere
 */
public record Reinstatement(
        UUID id,
        @JsonIgnore AccountId account,
        String awardId,
        long points,
        String reason,
        String note,
        Instant expiresAt,
        @JsonIgnore Decision decision,
        String askedBy,
        Instant askedAt,
        String decidedBy,
        Instant decidedAt,
        Long balance)
        implements Asked {

    @JsonProperty
    public String member() {
        return account.memberId();
    }

    @JsonProperty
    public String currency() {
        return account.currency();
    }

    @JsonProperty
    public String status() {
        return decision.label();
    }

    /** The same about so many points. */
    Reinstatement of(long wished) {
        return new Reinstatement(
                id, account, awardId, wished, reason, note, expiresAt, decision, askedBy, askedAt,
                decidedBy, decidedAt, balance);
    }

    /** The same, decided; {@code by} is null when nobody else had to agree. */
    Reinstatement decided(Decision how, String by, Instant now) {
        return new Reinstatement(
                id, account, awardId, points, reason, note, expiresAt, how, askedBy, askedAt, by,
                now, balance);
    }

    /** The same for answers that are kept: free text stands in one place only. */
    Reinstatement answered(Long nowBalance) {
        return new Reinstatement(
                id,
                account,
                awardId,
                points,
                reason,
                null,
                expiresAt,
                decision,
                askedBy,
                askedAt,
                decidedBy,
                decidedAt,
                nowBalance);
    }
}
