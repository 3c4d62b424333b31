package dev.cairn.devstack.chaos;

import java.time.Duration;

/**
 * How much a run does besides harm. Long runs look closely at what is usual and do as much as they
 * can; short ones are there to be run often, and leave some of the machine to those who start
 * again.
 *
 * @param warmUp until answer times mean anything
 * @param calm before the first blow, and after the last
 * @param longestWait between two blows, in milliseconds
 * @param longestHarm of pauses and locks, in milliseconds
 * @param shoppers who send commands at once
 * @param earning between two awards
 */
record Pace(
        Duration warmUp,
        Duration calm,
        int longestWait,
        int longestHarm,
        int shoppers,
        Duration earning) {

    private static final int FEW_KILLS = 20;

    static Pace of(int kills) {
        return kills < FEW_KILLS
                ? new Pace(seconds(4), seconds(2), 900, 1500, 4, Duration.ofMillis(40))
                : new Pace(seconds(8), seconds(4), 2000, 3000, 8, Duration.ofMillis(20));
    }

    private static Duration seconds(int number) {
        return Duration.ofSeconds(number);
    }
}
