package dev.cairn.ledger.hold;

import dev.cairn.kit.access.MemberId;
import dev.cairn.ledger.account.AccountId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;

/**
 * What a shop wants to reserve.
 *
 * @param currency absent means points
 * @param lapseAfter such as {@code PT15M}; absent means what is usual with the currency
 * @param reference what the shop calls it, such as the number of an order
 * @param title what the member reads; absent for none
 */
public record HoldRequest(
        @NotNull @Pattern(regexp = MemberId.FORM) String member,
        @NotNull @Min(1) @Max(1_000_000_000_000L) Long points,
        @Size(min = 1, max = 32) String currency,
        Duration lapseAfter,
        @NotNull @Pattern(regexp = REFERENCE) String reference,
        @Size(min = 1, max = 120) String title) {

    /** Letters, digits and signs that mean nothing to spreadsheets. */
    public static final String REFERENCE = "[A-Za-z0-9][A-Za-z0-9 ._/#-]{0,63}";

    AccountId account() {
        return new AccountId(member, currency == null ? AccountId.POINTS : currency);
    }

    /**
     * How much of a hold to take.
     *
     * @param points absent means all that is held
     * @param keepRest whether the rest stays reserved for further captures; absent means no
     */
    public record Capture(@Min(1) @Max(1_000_000_000_000L) Long points, Boolean keepRest) {
        static final Capture ALL = new Capture(null, null);

        long of(Hold hold) {
            return points == null ? hold.held() : points;
        }

        boolean keepsRest() {
            return keepRest != null && keepRest;
        }
    }

    /**
     * How much of what was captured to give back.
     *
     * @param points from 1
     * @param reason absent means other
     */
    public record Refund(
            @NotNull @Min(1) @Max(1_000_000_000_000L) Long points, RefundReason reason) {
        RefundReason why() {
            return reason == null ? RefundReason.OTHER : reason;
        }
    }

    /**
     * How long a hold shall last from now on.
     *
     * @param lapseAfter such as {@code PT15M}
     */
    public record Extension(@NotNull Duration lapseAfter) {}
}
