package dev.cairn.ledger.points;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cairn.ledger.account.LotSource;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Points that came together and run out together, and what became of them.
 *
 * @param award that paid into it; null when they came from elsewhere
 * @param earned all that ever came in
 * @param remaining what is there, held points included
 * @param spent on rewards, net
 * @param expired not spent in time
 * @param reversed taken back because an award shrank, or by hand
 * @param paidDebts went to what the member owed
 * @param moved went to another member or currency
 * @param activeFrom when they can be spent, or could for the first time; null means at once
 * @param awaits the action that makes them spendable
 * @param expiresAt the first instant at which they cannot be spent; null means never
 * @param lastDay the last day on which they can, in the currency's zone
 * @param sliding whether each use of the account moves the last day
 * @param priority lower is spent first, whatever runs out when; 0 is usual
 */
@Schema(name = "Lot")
public record LotView(
        UUID id,
        LotSource source,
        String award,
        State state,
        long earned,
        long remaining,
        long held,
        long spent,
        long expired,
        long reversed,
        long paidDebts,
        long moved,
        Instant earnedAt,
        Instant activeFrom,
        String awaits,
        Instant expiresAt,
        LocalDate lastDay,
        boolean sliding,
        int priority) {

    /** Where most of a lot stands; the amounts tell the rest. */
    public enum State {
        @JsonProperty("pending")
        PENDING,
        @JsonProperty("active")
        ACTIVE,
        /** Nothing is left that is not reserved. */
        @JsonProperty("held")
        HELD,
        @JsonProperty("expired")
        EXPIRED,
        /** Spent on rewards or debts. */
        @JsonProperty("spent")
        SPENT,
        @JsonProperty("reversed")
        REVERSED,
        /** Gone to another member or currency. */
        @JsonProperty("moved")
        MOVED
    }
}
