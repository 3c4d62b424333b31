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

    static Count of(Case one, Rules rules) {
        Count count = new Count();
        boolean clipped = rules.mostPerDay(one.account().currency()).isPresent();
        if (!clipped) {
            count.awards(one.awards());
        }
        one.wishes().forEach(wish -> count.wish(wish, one.account()));
        for (Line line : one.journal()) {
            Change change = line.change();
            switch (change.kind()) {
                case REDEEMED,
                        REDEMPTION_CANCELLED,
                        HELD,
                        HOLD_CAPTURED,
                        TRANSFERRED_OUT,
                        TRANSFERRED_IN,
                        ADJUSTED_UP,
                        ADJUSTED_DOWN ->
                        count.add(change.kind(), change.points(), change.about(), -1);
                case EARNED, REVERSED -> {
                    if (!clipped) {
                        count.add(change.kind(), change.points(), change.about(), -1);
                    }
                }
                case CONVERTED_OUT, CONVERTED_IN -> count.add(change.kind(), 0, change.about(), -1);
                case ACTIVATED, EXPIRED, EXPIRY_CANCELLED, HOLD_RELEASED -> {
                    // follows from the order, which the retelling knows
                }
            }
        }
        return count;
    }

    private void wish(Wish wish, Account account) {
        boolean gives = wish.account().equals(account);
        switch (wish.what()) {
            case REDEEMED -> add(Kind.REDEEMED, wish.price(), wish.about(), 1);
            case CANCELLED -> add(Kind.REDEMPTION_CANCELLED, wish.price(), wish.about(), 1);
            case HELD -> add(Kind.HELD, wish.price(), wish.about(), 1);
            case REFUNDED -> add(Kind.REDEMPTION_CANCELLED, wish.price(), wish.about(), 1);
            case CAPTURED -> add(Kind.HOLD_CAPTURED, wish.price(), wish.about(), 1);
            case TRANSFERRED ->
                    add(
                            gives ? Kind.TRANSFERRED_OUT : Kind.TRANSFERRED_IN,
                            wish.price(),
                            wish.about(),
                            1);
            case CONVERTED ->
                    // how much depends on the rate, and so on the order
                    add(gives ? Kind.CONVERTED_OUT : Kind.CONVERTED_IN, 0, wish.about(), 1);
            case GIVEN -> add(Kind.ADJUSTED_UP, wish.price(), wish.about(), 1);
            case TAKEN -> add(Kind.ADJUSTED_DOWN, wish.price(), wish.about(), 1);
            case VOIDED, EXTENDED, ASKED, REJECTED, INSUFFICIENT, TOO_LATE, TOO_LONG -> {
                // leaves no trace, or one that the retelling knows
            }
        }
    }

    private void awards(List<Award> awards) {
        Map<String, Award> known = new HashMap<>();
        for (Award award : awards) {
            Award before = known.get(award.id());
            if (before == null || before.revision() < award.revision()) {
                known.put(award.id(), award);
                step(award, award.points() - (before == null ? 0 : before.points()));
            }
        }
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
