package dev.cairn.devstack.chaos;

import dev.cairn.devstack.chaos.oracle.Wish;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * Something that a member, a shop or the staff wants done.
 *
 * @param number its place in the history
 * @param what it leads to when it is granted
 * @param key under which it is sent, however often
 * @param about the redemption or hold that it changes; empty when it makes one
 * @param reward what a redemption is for; empty for holds
 * @param points what it costs, reserves or takes
 * @param lasting how long a hold is to last; otherwise zero
 * @param invokedAt before anything of it was sent, in nanoseconds of the driver's clock
 */
record Command(
        long number,
        Wish.What what,
        String member,
        String key,
        String about,
        String reward,
        long points,
        Duration lasting,
        long invokedAt) {

    /** The same, after it made this redemption or hold. */
    Command granted(String id) {
        return new Command(number, what, member, key, id, reward, points, lasting, invokedAt);
    }

    String label() {
        return what.name().toLowerCase(Locale.ROOT);
    }

    /** For the history. */
    Map<String, Object> facts() {
        return Map.of(
                "member", member,
                "key", key,
                "about", about,
                "reward", reward,
                "points", points,
                "lasting", lasting.toString());
    }
}
