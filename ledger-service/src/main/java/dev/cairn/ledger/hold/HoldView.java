package dev.cairn.ledger.hold;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;

/**
 * A hold as members, shops and staff see it.
 *
 * @param status held, captured, voided or lapsed
 * @param held what is still reserved
 * @param lapsesAt the first instant at which it can no longer be captured
 * @param latestUntil beyond which it cannot be extended
 * @param reward that is reserved as well, as a redemption of the same id; absent for points alone
 */
public record HoldView(
        UUID id,
        String member,
        String currency,
        String status,
        long points,
        long held,
        long captured,
        long released,
        long refunded,
        Instant placedAt,
        Instant lapsesAt,
        Instant latestUntil,
        Instant settledAt,
        String reference,
        String title,
        @JsonInclude(JsonInclude.Include.NON_NULL) String reward) {

    /** The hold as it is now. */
    public static HoldView of(Hold hold) {
        return new HoldView(
                hold.id(),
                hold.account().memberId(),
                hold.account().currency(),
                hold.status().label(),
                hold.points(),
                hold.held(),
                hold.captured(),
                hold.released(),
                hold.refunded(),
                hold.placedAt(),
                hold.lapsesAt(),
                hold.latestUntil(),
                hold.settledAt(),
                hold.reference(),
                hold.title(),
                hold.reward());
    }
}
