package dev.cairn.devstack.chaos.oracle;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A member's lots, one for each award that ever paid. */
final class Lots {

    private final Map<String, Lot> byAward = new TreeMap<>();

    Optional<Lot> of(String award) {
        return Optional.ofNullable(byAward.get(award));
    }

    /** The award's lot, a new one when this is the first time that it pays. */
    Lot open(Award award, Instant now) {
        return byAward.computeIfAbsent(award.id(), id -> new Lot(award, now));
    }

    /** All of them, in the order of spending. */
    List<Lot> inOrder() {
        return inOrder(byAward.values());
    }

    static List<Lot> inOrder(Collection<Lot> some) {
        return some.stream().sorted(Lot.SPENDING_ORDER).toList();
    }

    /** When something falls due, up to now. */
    SortedSet<Instant> moments(Instant now) {
        TreeSet<Instant> moments = new TreeSet<>();
        for (Lot lot : byAward.values()) {
            if (lot.isDueToActivate(now)) {
                moments.add(lot.activeFrom);
            }
            if (lot.free() > 0 && lot.isOver(now)) {
                moments.add(lot.expiresAt);
            }
        }
        return moments;
    }

    /** Whose points are next, all of one lot before any of another. */
    Map<Lot, Long> choose(long points, Optional<Lot> except) {
        Map<Lot, Long> chosen = new LinkedHashMap<>();
        long left = points;
        for (Lot lot : inOrder()) {
            if (left > 0 && except.filter(lot::equals).isEmpty() && lot.isSpendable()) {
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
        byAward.forEach(
                (award, lot) ->
                        rest.put(
                                award,
                                new Holding.Rest(
                                        lot.earned,
                                        lot.remaining,
                                        lot.held,
                                        lot.expired,
                                        lot.pending)));
        return rest;
    }
}
