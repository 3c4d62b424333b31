package dev.cairn.devstack.demo;

import java.util.random.RandomGenerator;

/** A rhythm of shopping. */
enum Persona {
    /** Comes about every week. */
    WEEKLY(22, 6, 8, 3, 1),
    /** Comes on most weekends, and only then. */
    WEEKEND(12, 7, 7, 4, 1),
    MONTHLY(20, 24, 34, 4, 1),
    /** Comes often and buys dear things. */
    BIG_SPENDER(6, 5, 12, 6, 4),
    ONE_TIMER(15, 9_999, 9_999, 3, 1),
    /** Comes every week for some weeks and then never again. */
    LAPSING(15, 5, 9, 3, 1),
    /** Stays away for two months and comes back. */
    RETURNER(10, 7, 14, 3, 1);

    private final int share;
    private final int shortestGap;
    private final int longestGap;
    private final int mostLines;
    private final int taste;

    Persona(int share, int shortestGap, int longestGap, int mostLines, int taste) {
        this.share = share;
        this.shortestGap = shortestGap;
        this.longestGap = longestGap;
        this.mostLines = mostLines;
        this.taste = taste;
    }

    /** One of them, each as often as its share says. */
    static Persona draw(RandomGenerator random) {
        int ticket = random.nextInt(100);
        for (Persona persona : values()) {
            ticket -= persona.share;
            if (ticket < 0) {
                return persona;
            }
        }
        return MONTHLY;
    }

    /** Days until the next purchase. */
    int gap(RandomGenerator random) {
        return random.nextInt(shortestGap, longestGap + 1);
    }

    /** Lines of one order. */
    int lines(RandomGenerator random) {
        return random.nextInt(1, mostLines + 1);
    }

    /** How many pieces of a thing it may buy at once. */
    int taste() {
        return taste;
    }

    /** Whether it opens the app between purchases. */
    boolean isFond() {
        return this == WEEKLY || this == WEEKEND || this == BIG_SPENDER || this == LAPSING;
    }
}
