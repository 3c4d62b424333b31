package dev.cairn.ledger.partner;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cairn.ledger.account.BusinessKey;
import dev.cairn.ledger.hold.Hold;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;

/**
 * A capture or a refund, as it is settled with the partner.
 *
 * @param place in which it was written; 0 before
 * @param reference what the partner called the purchase; empty when its member was erased
 * @param points positive, whatever the kind
 * @param amountMinor not negative, whatever the kind
 * @param day in the zone of the point currency
 */
public record Line(
        UUID id,
        @JsonIgnore long place,
        @JsonIgnore String partnerId,
        UUID hold,
        String reference,
        @JsonIgnore Kind what,
        long points,
        long amountMinor,
        LocalDate day,
        Instant at) {

    /** What the partner gets or gives back. */
    enum Kind {
        CAPTURE(1),
        REFUND(-1);

        private final int sign;

        Kind(int sign) {
            this.sign = sign;
        }

        int sign() {
            return sign;
        }
    }

    @JsonProperty
    public String kind() {
        return what.name().toLowerCase(Locale.ROOT);
    }

    /** What a capture of so many points is worth, the last ones of the hold. */
    static Line ofCapture(Quote quote, Hold hold, long points, ZoneId zone, Instant now) {
        var taken = hold.refundable();
        var worth = Worth.ofPart(quote, taken) - Worth.ofPart(quote, taken - points);
        return of(quote, hold, Kind.CAPTURE, hold.captured(), points, worth, zone, now);
    }

    /** What a refund of so many points is worth, the last ones of the hold. */
    static Line ofRefund(Quote quote, Hold hold, long points, ZoneId zone, Instant now) {
        var taken = hold.refundable();
        var worth = Worth.ofPart(quote, taken + points) - Worth.ofPart(quote, taken);
        return of(quote, hold, Kind.REFUND, hold.refunded(), points, worth, zone, now);
    }

    private static Line of(
            Quote quote,
            Hold hold,
            Kind kind,
            long total,
            long points,
            long worth,
            ZoneId zone,
            Instant now) {
        var key = new BusinessKey("partner-line:" + kind + ":" + hold.id() + ":" + total);
        return new Line(
                key.id(),
                0,
                quote.partnerId(),
                hold.id(),
                hold.reference(),
                kind,
                points,
                worth,
                now.atZone(zone).toLocalDate(),
                now);
    }
}
