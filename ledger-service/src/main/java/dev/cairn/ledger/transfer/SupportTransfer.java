package dev.cairn.ledger.transfer;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cairn.ledger.account.BusinessKey;
import dev.cairn.ledger.approval.Asked;
import dev.cairn.ledger.approval.Decision;
import java.time.Instant;
import java.util.UUID;

/**
 * Points that support wants to move between members, more than one person may.
 *
 * @param points from 1
 * @param reason one of the currency's codes
 * @param askedBy who asked, by the token
 * @param decidedBy who else agreed or refused; null while it waits
 */
public record SupportTransfer(
        UUID id,
        String from,
        String to,
        String currency,
        long points,
        String reason,
        @JsonIgnore Decision decision,
        String askedBy,
        Instant askedAt,
        String decidedBy,
        Instant decidedAt)
        implements Asked {

    /** A wish that waits. */
    static SupportTransfer of(Gift gift, Instant now) {
        return new SupportTransfer(
                gift.id(),
                gift.from(),
                gift.to(),
                gift.currency(),
                gift.points(),
                gift.reason(),
                Decision.WAITING,
                gift.madeBy(),
                now,
                null,
                null);
    }

    @JsonProperty
    public String status() {
        return decision.label();
    }

    /** The transfer that came of it; null when none did. */
    @JsonProperty
    public UUID transfer() {
        return decision == Decision.DONE ? key().id() : null;
    }

    /** The name of what it leads to. */
    BusinessKey key() {
        return new BusinessKey("approved-transfer:" + id);
    }

    /** What it leads to. */
    Gift gift() {
        return new Gift(key().id(), Gift.Kind.SUPPORT, from, to, currency, points, reason, askedBy);
    }

    SupportTransfer decided(Decision how, String by, Instant now) {
        return new SupportTransfer(
                id, from, to, currency, points, reason, how, askedBy, askedAt, by, now);
    }
}
