package dev.cairn.ledger.partner;

import dev.cairn.ledger.hold.HoldRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.UUID;

/** What a partner wants. */
public final class PartnerWish {
    private PartnerWish() {}

    /**
     * A price, either for an amount of money or for a number of points.
     *
     * @param code that the member shows
     * @param amountMinor in minor units of the partner's money
     * @param moneyCurrency if it is there, it must be the partner's
     */
    public record ForQuote(
            @NotNull @Size(min = 1, max = 32) String code,
            @Min(1) @Max(1_000_000_000_000L) Long amountMinor,
            @Min(1) @Max(1_000_000_000_000L) Long points,
            @Size(max = 3) String moneyCurrency) {}

    /**
     * The points of a quote, reserved.
     *
     * @param lapseAfter such as {@code PT15M}; absent means what is usual with the currency
     * @param reference what the partner calls the purchase
     */
    public record ForHold(
            @NotNull UUID quote,
            Duration lapseAfter,
            @NotNull @Pattern(regexp = HoldRequest.REFERENCE) String reference) {}

    /**
     * Reserved points, taken for good.
     *
     * @param points at most one of points and amount; neither means all that is held
     * @param keepRest whether the rest stays reserved for further captures; absent means no
     */
    public record ForCapture(
            @Min(1) @Max(1_000_000_000_000L) Long points,
            @Min(1) @Max(1_000_000_000_000L) Long amountMinor,
            Boolean keepRest) {
        static final ForCapture ALL = new ForCapture(null, null, null);
    }

    /**
     * Captured points, given back.
     *
     * @param points at most one of points and amount; neither means all that was captured
     */
    public record ForRefund(
            @Min(1) @Max(1_000_000_000_000L) Long points,
            @Min(1) @Max(1_000_000_000_000L) Long amountMinor) {
        static final ForRefund ALL = new ForRefund(null, null);
    }
}
