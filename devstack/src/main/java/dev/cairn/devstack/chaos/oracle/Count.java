package dev.cairn.devstack.chaos.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts postings that somebody asked for against those that are there. It looks at nothing but
 * what every order of events has in common: the steps of each award, and the wishes.
 */
final class Count {

    private final Map<String, Integer> missing = new TreeMap<>();

    static Count of(Case member) {
        Count count = new Count();
        Map<String, Award> known = new HashMap<>();
        for (Award award : member.awards()) {
            Award before = known.get(award.id());
            if (before == null || before.revision() < award.revision()) {
                known.put(award.id(), award);
                count.step(award, award.points() - (before == null ? 0 : before.points()));
            }
        }
        for (Wish wish : member.wishes()) {
            switch (wish.what()) {
                case REDEEMED -> count.add(Kind.REDEEMED, wish.price(), wish.redemption(), 1);
                case CANCELLED ->
                        count.add(Kind.REDEMPTION_CANCELLED, wish.price(), wish.redemption(), 1);
                case INSUFFICIENT -> {
                    // leaves no trace
                }
            }
        }
        for (Line line : member.journal()) {
            Change change = line.change();
            switch (change.kind()) {
                case EARNED, REVERSED, REDEEMED, REDEMPTION_CANCELLED ->
                        count.add(change.kind(), change.points(), change.about(), -1);
                case ACTIVATED, EXPIRED, EXPIRY_CANCELLED -> {
                    // follows from the order, which the retelling knows
                }
            }
        }
        return count;
    }

    long lost() {
        return missing.values().stream().filter(n -> n > 0).mapToLong(n -> n).sum();
    }

    long doubled() {
        return -missing.values().stream().filter(n -> n < 0).mapToLong(n -> n).sum();
    }

    /** Each of them in words. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        missing.forEach(
                (name, n) -> {
                    if (n != 0) {
                        names.add((n > 0 ? "lost: " : "doubled: ") + name);
                    }
                });
        return names;
    }

    private void step(Award award, long points) {
        if (points != 0) {
            Kind kind = points > 0 ? Kind.EARNED : Kind.REVERSED;
            add(kind, Math.abs(points), award.id(), 1);
        }
    }

    private void add(Kind kind, long points, String about, int n) {
        missing.merge(kind + " " + points + " " + about, n, Integer::sum);
    }
}
