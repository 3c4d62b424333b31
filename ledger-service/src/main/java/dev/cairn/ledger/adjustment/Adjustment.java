package dev.cairn.ledger.adjustment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.approval.Asked;
import dev.cairn.ledger.approval.Decision;
import java.time.Instant;
import java.util.UUID;

/**
 * Points given or taken by hand.
 *
 * @param points positive when given, negative when taken; never zero
 * @param reason one of the currency's codes
 * @param note free text of staff; null when there is none or the reader need not see it
 * @param allowDebt whether the member may owe what cannot be taken
 * @param expiresAt when given points run out; null leaves it to the currency
 * @param askedBy who asked, by the token
 * @param decidedBy who else agreed or refused; null when nobody had to, or has yet
 * @param decidedAt when it was done or refused; null while it waits
 */
public record Adjustment(
        UUID id,
        @JsonIgnore AccountId account,
        long points,
        String reason,
        String note,
        boolean allowDebt,
        Instant expiresAt,
        @JsonIgnore Decision decision,
        String askedBy,
        Instant askedAt,
        String decidedBy,
        Instant decidedAt)
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

    /** The same, decided; {@code by} is null when nobody else had to agree. */
    Adjustment decided(Decision how, String by, Instant now) {
        return new Adjustment(
                id, account, points, reason, note, allowDebt, expiresAt, how, askedBy, askedAt, by,
                now);
    }

    /** The same for answers that are kept: free text stands in one place only. */
    Adjustment withoutNote() {
        return new Adjustment(
                id, account, points, reason, null, allowDebt, expiresAt, decision, askedBy, askedAt,
                decidedBy, decidedAt);
    }
}
