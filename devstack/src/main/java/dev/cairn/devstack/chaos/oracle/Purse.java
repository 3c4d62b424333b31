package dev.cairn.devstack.chaos.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What an account has, what time does to it, and the changes that nobody has seen yet. */
final class Purse {

    final Lots lots;
    final Pots pots = new Pots();
    private Reservations holds;
    private List<Change> changes = new ArrayList<>();

    /** What is reserved until some time only. */
    interface Reservations {
        /**
         * Ends those that are over, oldest first.
         *
         * @param before told of the instant of each end, before it
         */
        void end(Instant now, Consumer<Instant> before);
    }

    Purse(Births births) {
        this.lots = new Lots(births);
    }

    void holds(Reservations reservations) {
        holds = reservations;
    }

    /**
     * In the order in which it fell due: waiting points become active, unspent points run out,
     * holds are over.
     */
    void timePasses(Instant now) {
        holds.end(now, this::lotsUntil);
        lotsUntil(now);
    }

    private void lotsUntil(Instant now) {
        for (Instant moment : lots.moments(now)) {
            lots.inOrder().stream()
                    .filter(lot -> lot.isDueToActivate(moment))
                    .forEach(this::activate);
            expire(moment);
        }
    }

    private void activate(Lot lot) {
        lot.pending = false;
        long points = lot.remaining;
        if (points > 0) {
            pots.pending -= points;
            release(lot, points);
            note(Kind.ACTIVATED, points, lot.award);
        }
    }

    private void expire(Instant moment) {
        long points = 0;
        for (Lot lot : lots.inOrder()) {
            if (lot.isSpendable() && lot.isOver(moment)) {
                points += lot.free();
                lot.expired += lot.free();
                lot.remaining = lot.held;
            }
        }
        if (points > 0) {
            pots.active -= points;
            pots.expired += points;
            note(Kind.EXPIRED, points, "");
        }
    }

    /** Points of a lot become spendable, after what is owed was paid from them. */
    void release(Lot lot, long points) {
        long paid = Math.min(pots.arrears, points);
        pots.arrears -= paid;
        lot.remaining -= paid;
        pots.active += points - paid;
    }

    /** Takes spendable points out of their lots; there must be as many. */
    Map<Lot, Long> take(long points) {
        Map<Lot, Long> taken = lots.choose(points, lot -> true);
        taken.forEach((lot, part) -> lot.remaining -= part);
        pots.active -= points;
        return taken;
    }

    static long sum(Map<Lot, Long> uses) {
        return uses.values().stream().mapToLong(Long::longValue).sum();
    }

    void note(Kind kind, long points, String about) {
        changes.add(new Change(kind, points, pots.balance(), about));
    }

    /** What happened since the last time that somebody asked. */
    List<Change> taken() {
        List<Change> now = changes;
        changes = new ArrayList<>();
        return now;
    }
}
