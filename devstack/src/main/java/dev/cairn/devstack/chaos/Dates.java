package dev.cairn.devstack.chaos;

import dev.cairn.devstack.chaos.Draft.Fields;
import dev.cairn.devstack.chaos.oracle.Account;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Writes awards whose revisions change nothing but a date, and bring it closer. No posting says
 * when the ledger heard of such a revision, so each is that of a member who has nothing else.
 */
final class Dates {

    private static final Duration FAR = Duration.ofDays(10);

    private final Random random;
    private final List<String> members;
    private final List<Fields> known = new ArrayList<>();

    /**
     * @param members who do nothing besides
     */
    Dates(Random random, List<String> members) {
        this.random = random;
        this.members = members;
    }

    /** An award, or a revision, perhaps twice; nothing when a date is too close to be moved. */
    List<Fields> next(Instant now) {
        if (known.size() < members.size()) {
            known.add(fresh(now));
            return List.of(known.getLast());
        }
        int index = random.nextInt(known.size());
        Fields before = known.get(index);
        Instant day = before.activeFrom() == null ? before.expiresAt() : before.activeFrom();
        Duration rest = Duration.between(now, day);
        if (rest.compareTo(Duration.ofHours(2)) < 0) {
            return List.of();
        }
        Fields after = before.due(now.plus(rest.dividedBy(random.nextInt(2, 6))));
        known.set(index, after);
        return random.nextInt(4) == 0 ? List.of(after, after) : List.of(after);
    }

    /** Every other one waits; the rest run out. */
    private Fields fresh(Instant now) {
        int number = known.size();
        Instant far = now.plus(FAR).plus(Duration.ofHours(random.nextInt(200)));
        boolean waits = number % 2 == 0;
        return new Fields(
                members.get(number),
                Account.POINTS,
                "dates:" + number,
                1,
                random.nextInt(20, 260),
                random.nextBoolean(),
                now.minus(Duration.ofHours(2)).plusNanos(1000 * number),
                waits ? far : null,
                waits ? null : far);
    }
}
