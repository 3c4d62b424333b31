package dev.cairn.devstack.chaos;

import java.time.Duration;

/**
 * How much time a run takes for what does no harm. Long runs look closely at what is usual; short
 * ones are there to be run often.
 *
 * @param warmUp until answer times mean anything
 * @param calm before the first blow, and after the last
 * @param longestWait between two blows, in milliseconds
 * @param longestHarm of pauses and locks, in milliseconds
 */
record Pace(Duration warmUp, Duration calm, int longestWait, int longestHarm) {

    private static final int FEW_KILLS = 20;

    static Pace of(int kills) {
        return kills < FEW_KILLS
                ? new Pace(Duration.ofSeconds(4), Duration.ofSeconds(2), 900, 1500)
                : new Pace(Duration.ofSeconds(8), Duration.ofSeconds(4), 2000, 3000);
    }
}
