package dev.cairn.devstack.demo;

import dev.cairn.devstack.keycloak.Realm;
import java.time.LocalDate;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * A member of the play.
 *
 * @param joined first day in the programme; some joined long before the play begins
 * @param seed of everything that this member does
 */
record Shopper(String id, Persona persona, Home home, LocalDate joined, Reach reach, long seed) {

    /** What the shop may send where. */
    enum Reach {
        ALL_MAIL,
        OWN_POINTS_ONLY,
        NOT_ASKED,
        NO_ADDRESS
    }

    private static final int JOINED_BEFORE = 25;
    private static final int LONGEST_MEMBERSHIP = 95;

    /** The n-th member, counted from 1, of a play with this seed. */
    static Shopper number(int number, DemoOptions options) {
        long seed = options.seed() * 1_000_003L + number;
        RandomGenerator random = new SplittableRandom(seed);
        Persona persona = Persona.draw(random);
        Home home = Home.draw(random);
        return new Shopper(
                Realm.member(number), persona, home, joined(random, options), reach(random), seed);
    }

    private static LocalDate joined(RandomGenerator random, DemoOptions options) {
        boolean before = random.nextInt(100) < JOINED_BEFORE;
        int weeksOfGrowth = Math.max(1, options.days() * 45 / 100);
        int offset =
                before ? -random.nextInt(1, LONGEST_MEMBERSHIP) : random.nextInt(weeksOfGrowth);
        return DemoOptions.FIRST_DAY.plusDays(offset);
    }

    private static Reach reach(RandomGenerator random) {
        int ticket = random.nextInt(100);
        if (ticket < 68) {
            return Reach.ALL_MAIL;
        }
        return ticket < 83
                ? Reach.OWN_POINTS_ONLY
                : ticket < 93 ? Reach.NOT_ASKED : Reach.NO_ADDRESS;
    }

    String address() {
        return id + "@example.test";
    }
}
