package dev.cairn.notify.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * At most this many messages outside the app within a rolling window.
 *
 * @param all limit of loyalty and marketing messages together
 * @param marketing limit of marketing messages among them
 * @param window a slot is free again exactly this long after it was taken
 */
public record FrequencyCap(int all, int marketing, Duration window) {
    public FrequencyCap {
        if (all < 1 || marketing < 1) {
            throw new IllegalArgumentException("a cap of less than 1 would silence everything");
        }
        if (window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException("the cap's window must be longer than nothing");
        }
    }

    /** The first instant from {@code now} on at which a slot is free. */
    Instant freeFrom(List<Reservation> taken, boolean forMarketing, Instant now) {
        var free = freeFrom(taken, all, now);
        if (!forMarketing) {
            return free;
        }
        var marketingOnly = taken.stream().filter(Reservation::marketing).toList();
        var freeForMarketing = freeFrom(marketingOnly, marketing, now);
        return free.isAfter(freeForMarketing) ? free : freeForMarketing;
    }

    private Instant freeFrom(List<Reservation> taken, int limit, Instant now) {
        return taken.stream()
                .map(Reservation::at)
                .sorted(Comparator.reverseOrder())
                .skip(limit - 1L)
                .findFirst()
                .map(at -> at.plus(window))
                .filter(now::isBefore)
                .orElse(now);
    }
}
