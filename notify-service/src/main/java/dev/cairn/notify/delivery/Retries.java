package dev.cairn.notify.delivery;

import java.time.Duration;

/** How long a channel that was busy is left alone. */
final class Retries {
    private static final Duration FIRST = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofHours(6);

    private Retries() {}

    /** Five minutes, then 1.3 times as long each time, at most six hours. */
    static Duration delay(int attempts) {
        var delay = FIRST;
        for (var i = 1; i < attempts && delay.compareTo(LONGEST) < 0; i++) {
            delay = delay.multipliedBy(13).dividedBy(10);
        }
        return delay.compareTo(LONGEST) < 0 ? delay : LONGEST;
    }
}
