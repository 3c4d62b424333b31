package dev.cairn.devstack.chaos;

import dev.cairn.devstack.chaos.oracle.Account;
import dev.cairn.devstack.chaos.oracle.Wish;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Something that a member, a shop or the staff wants done.
 *
 * @param number its place in the history
 * @param what it leads to when it is granted
 * @param account whose points it is about; those of the giver, where there is one
 * @param other who receives; null where nobody does
 * @param key under which it is sent, however often
 * @param about what it changes; empty when it makes something
 * @param reward what a redemption is for; empty for everything else
 * @param quote that a partner got for the purchase; empty where no partner is involved
 * @param points what it costs, reserves, takes or moves; negative in a wish to take by hand
 * @param lasting how long a hold is to last; otherwise zero
 * @param invokedAt before anything of it was sent, in nanoseconds of the driver's clock
 */
record Command(
        long number,
        Wish.What what,
        Account account,
        Account other,
        String key,
        String about,
        String reward,
        String quote,
        long points,
        Duration lasting,
        long invokedAt) {

    /** What somebody wants, before it has a number and a key. */
    static Command wish(Wish.What what, Account account, long points) {
        return new Command(0, what, account, null, "", "", "", "", points, Duration.ZERO, 0);
    }

    Command to(Account receiver) {
        return new Command(
                number, what, account, receiver, key, about, reward, quote, points, lasting,
                invokedAt);
    }

    Command lasting(Duration time) {
        return new Command(
                number, what, account, other, key, about, reward, quote, points, time, invokedAt);
    }

    Command forReward(String id) {
        return new Command(
                number, what, account, other, key, about, id, quote, points, lasting, invokedAt);
    }

    Command ofPartner(String its) {
        return new Command(
                number, what, account, other, key, about, reward, its, points, lasting, invokedAt);
    }

    boolean isPartners() {
        return !quote.isEmpty();
    }

    /** The same, about what it made, or is to change. */
    Command about(String id) {
        return new Command(
                number, what, account, other, key, id, reward, quote, points, lasting, invokedAt);
    }

    /** As it is sent, from now on. */
    Command sent(long newNumber, String newKey) {
        return new Command(
                newNumber,
                what,
                account,
                other,
                newKey,
                about,
                reward,
                quote,
                points,
                lasting,
                System.nanoTime());
    }

    /** What is to become of what this made; the same member, reward and points. */
    Command then(Wish.What next, long nextPoints) {
        return new Command(
                0, next, account, null, "", about, reward, quote, nextPoints, Duration.ZERO, 0);
    }

    String label() {
        return (isPartners() ? "partner-" : "") + what.name().toLowerCase(Locale.ROOT);
    }

    /** For the history. */
    Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("account", account.toString());
        facts.put("other", other == null ? "" : other.toString());
        facts.put("key", key);
        facts.put("about", about);
        facts.put("reward", reward);
        facts.put("quote", quote);
        facts.put("points", points);
        facts.put("lasting", lasting.toString());
        return facts;
    }
}
