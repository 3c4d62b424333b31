package dev.cairn.ledger.hold;

import dev.cairn.ledger.account.AccountId;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * Points of a member that somebody reserved, for a reward or for anything else.
 *
 * @param points what was reserved at first, from 1
 * @param captured what was taken for good
 * @param released what became the member's own again; never before the hold ends
 * @param refunded what was given back of what was captured
 * @param placedBy who may change it; others do not see it
 * @param lapsesAt the first instant at which it can no longer be captured
 * @param latestUntil beyond which it cannot be extended
 * @param settledAt when it ended; null while it is open
 * @param reference what the one who placed it calls it
 * @param title what members read; null for none
 * @param reward id of the reward that is reserved along with its price, under the id of the hold;
 *     null when points alone are
 */
public record Hold(
        UUID id,
        AccountId account,
        long points,
        long captured,
        long released,
        long refunded,
        Status status,
        String placedBy,
        Instant placedAt,
        Instant lapsesAt,
        Instant latestUntil,
        Instant settledAt,
        String reference,
        String title,
        String reward) {

    /** How it ended; part of it may have been captured before it was voided or lapsed. */
    public enum Status {
        HELD,
        CAPTURED,
        VOIDED,
        LAPSED;

        /** The name that callers see. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Hold {
        var open = status == Status.HELD;
        var rest = points - captured - released;
        if (points < 1
                || captured < 0
                || released < 0
                || refunded < 0
                || refunded > captured
                || open != rest > 0
                || open != (settledAt == null)) {
            throw new IllegalStateException(
                    "hold %s of %d points would be %s with %d captured, %d released, %d refunded"
                            .formatted(id, points, status, captured, released, refunded));
        }
    }

    /** What is still reserved. */
    public long held() {
        return points - captured - released;
    }

    /** What can still be given back of what was captured. */
    public long refundable() {
        return captured - refunded;
    }

    /** Whether its time is over and nobody has written that down yet. */
    boolean overdueAt(Instant now) {
        return status == Status.HELD && !lapsesAt.isAfter(now);
    }

    /** The same hold as it is at this instant: it may be over before anybody has ended it. */
    Hold asOf(Instant now) {
        return overdueAt(now) ? releasing(Status.LAPSED, lapsesAt) : this;
    }

    /** The same hold, lasting until this instant unless it lasts longer anyway. */
    Hold lastingUntil(Instant until) {
        var later = until.isAfter(lapsesAt) ? until : lapsesAt;
        return with(captured, released, refunded, status, later, settledAt);
    }

    /** The same hold after a capture; the last one ends it. */
    Hold capturing(long more, Instant now) {
        var last = more == held();
        return with(
                captured + more,
                released,
                refunded,
                last ? Status.CAPTURED : status,
                lapsesAt,
                last ? now : null);
    }

    /** The same hold after what was left of it became free. */
    Hold releasing(Status end, Instant at) {
        return with(captured, points - captured, refunded, end, lapsesAt, at);
    }

    /** The same hold after some of what was captured was given back. */
    Hold refunding(long more) {
        return with(captured, released, refunded + more, status, lapsesAt, settledAt);
    }

    private Hold with(
            long newCaptured,
            long newReleased,
            long newRefunded,
            Status newStatus,
            Instant newLapsesAt,
            Instant newSettledAt) {
        return new Hold(
                id,
                account,
                points,
                newCaptured,
                newReleased,
                newRefunded,
                newStatus,
                placedBy,
                placedAt,
                newLapsesAt,
                latestUntil,
                newSettledAt,
                reference,
                title,
                reward);
    }
}
