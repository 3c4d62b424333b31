package dev.cairn.devstack.chaos.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** An account's lots: one for each award that ever paid, one for each that came from elsewhere. */
final class Lots {

    private final Births births;
    private final List<Lot> all = new ArrayList<>();
    private final Map<String, Lot> own = new HashMap<>();

    Lots(Births births) {
        this.births = births;
    }

    Optional<Lot> of(String award) {
        return Optional.ofNullable(own.get(award));
    }

    /** The award's lot, a new one when this is the first time that it pays. */
    Lot open(Award award, Instant now) {
        return own.computeIfAbsent(
                award.id(), id -> kept(new Lot(births.ofAward(award.id()), award, now)));
    }

    /** A lot for points that came from elsewhere. */
    Lot receive(String cause, Part part) {
        return kept(new Lot(births.ofPart(cause, part), part));
    }

    private Lot kept(Lot lot) {
        all.add(lot);
        return lot;
    }

    /** All of them, in the order of spending. */
    List<Lot> inOrder() {
        return inOrder(all);
    }

    static List<Lot> inOrder(Collection<Lot> some) {
        return some.stream().sorted(Lot.SPENDING_ORDER).toList();
    }

    /** When something falls due, up to now. */
    SortedSet<Instant> moments(Instant now) {
        TreeSet<Instant> moments = new TreeSet<>();
        for (Lot lot : all) {
            if (lot.isDueToActivate(now)) {
                moments.add(lot.activeFrom);
            }
            if (lot.free() > 0 && lot.isOver(now)) {
                moments.add(lot.expiresAt);
            }
        }
        return moments;
    }

    /**
     * Whose points are next, all of one lot before any of another; fewer when there are no more.
     */
    Map<Lot, Long> choose(long points, Predicate<Lot> among) {
        Map<Lot, Long> chosen = new LinkedHashMap<>();
        long left = points;
        for (Lot lot : inOrder()) {
            if (left > 0 && lot.isSpendable() && among.test(lot)) {
                long taken = Math.min(left, lot.free());
                left -= taken;
                chosen.put(lot, taken);
            }
        }
        return chosen;
    }

    /** What became of each. */
    Map<String, Holding.Rest> rest() {
        Map<String, Holding.Rest> rest = new TreeMap<>();
        all.forEach(lot -> rest.put(lot.id.toString(), lot.rest()));
        return rest;
    }
}
