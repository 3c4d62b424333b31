package dev.cairn.devstack.chaos.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Points that are reserved, by lot, for a while. */
final class Holds implements Purse.Reservations {

    private static final String OPEN = "HELD";

    private final Purse purse;
    private final Map<String, Hold> holds = new TreeMap<>();

    private static final class Hold {
        final long points;
        final Instant placedAt;
        Map<Lot, Long> reserved;
        Instant lapsesAt;
        long captured;
        long refunded;
        Map<Lot, Long> taken = Map.of();
        String end = OPEN;

        Hold(Map<Lot, Long> reserved, Instant placedAt, Duration lasting) {
            this.points = Purse.sum(reserved);
            this.reserved = reserved;
            this.placedAt = placedAt;
            this.lapsesAt = placedAt.plus(lasting);
        }

        boolean isOpen() {
            return end.equals(OPEN);
        }
    }

    Holds(Purse purse) {
        this.purse = purse;
        purse.holds(this);
    }

    void place(String id, long points, Duration lasting, Instant now) {
        Map<Lot, Long> reserved = purse.lots.choose(points, lot -> true);
        reserved.forEach((lot, part) -> lot.held += part);
        purse.pots.active -= points;
        purse.pots.held += points;
        holds.put(id, new Hold(reserved, now, lasting));
        purse.note(Kind.HELD, points, id);
    }

    /**
     * Lets it last longer, never shorter.
     *
     * @return whether there is such a hold, and so much more at some time of it leads there
     */
    boolean extend(String id, Duration lasting, Instant until, Rules rules) {
        Hold hold = holds.get(id);
        if (hold == null || until.isAfter(hold.placedAt.plus(rules.longestHold()))) {
            return false;
        }
        boolean longer = until.isAfter(hold.lapsesAt);
        hold.lapsesAt = longer ? until : hold.lapsesAt;
        return !longer || !until.minus(lasting).plus(rules.skew()).isBefore(hold.placedAt);
    }

    /** Takes some of what is reserved, in the order of spending; the rest is free before that. */
    void capture(String id, long points, Instant now) {
        Hold open = holds.get(id);
        if (open == null || !open.isOpen() || open.points < points) {
            return;
        }
        Map<Lot, Long> captured = new LinkedHashMap<>();
        Map<Lot, Long> rest = new LinkedHashMap<>();
        long left = points;
        for (Lot lot : Lots.inOrder(open.reserved.keySet())) {
            long part = Math.min(left, open.reserved.get(lot));
            captured.put(lot, part);
            rest.put(lot, open.reserved.get(lot) - part);
            left -= part;
        }
        setFree(id, rest);
        captured.forEach(
                (lot, part) -> {
                    lot.held -= part;
                    lot.remaining -= part;
                });
        purse.pots.held -= points;
        purse.pots.spent += points;
        open.captured = points;
        open.taken = captured;
        open.end = "CAPTURED";
        purse.note(Kind.HOLD_CAPTURED, points, id);
        purse.timePasses(now);
    }

    /**
     * Gives back some of what was captured, to the lots that would have been left if less had been
     * captured; debts are paid first.
     */
    void refund(String id, long points, Instant now) {
        Hold over = holds.get(id);
        if (over == null || points > over.captured - over.refunded) {
            return;
        }
        Map<Lot, Long> back = new LinkedHashMap<>();
        long left = points;
        for (Lot lot : Lots.inOrder(over.taken.keySet()).reversed()) {
            long part = Math.min(left, over.taken.get(lot));
            back.put(lot, part);
            left -= part;
        }
        over.refunded += points;
        purse.pots.spent -= points;
        for (Lot lot : Lots.inOrder(back.keySet())) {
            over.taken.merge(lot, -back.get(lot), Long::sum);
            lot.remaining += back.get(lot);
            purse.release(lot, back.get(lot));
        }
        purse.note(Kind.REDEMPTION_CANCELLED, points, id);
        purse.timePasses(now);
    }

    /** Ends it, because somebody wants that. */
    void release(String id, Instant now) {
        Hold open = holds.get(id);
        if (open != null && open.isOpen()) {
            open.end = "VOIDED";
            setFree(id, open.reserved);
            purse.timePasses(now);
        }
    }

    private void setFree(String id, Map<Lot, Long> rest) {
        long points = Purse.sum(rest);
        if (points > 0) {
            purse.pots.held -= points;
            Lots.inOrder(rest.keySet())
                    .forEach(
                            lot -> {
                                lot.held -= rest.get(lot);
                                purse.release(lot, rest.get(lot));
                            });
            purse.note(Kind.HOLD_RELEASED, points, id);
        }
    }

    @Override
    public void end(Instant now, Consumer<Instant> before) {
        List<String> overdue =
                open().stream()
                        .filter(id -> isOverdue(id, now))
                        .sorted(
                                Comparator.comparing((String id) -> holds.get(id).lapsesAt)
                                        .thenComparing(id -> id))
                        .toList();
        for (String id : overdue) {
            Hold over = holds.get(id);
            before.accept(over.lapsesAt);
            over.end = "LAPSED";
            setFree(id, over.reserved);
        }
    }

    boolean isOpen(String id) {
        return holds.containsKey(id) && holds.get(id).isOpen();
    }

    /** Whether it is open, and should not be any more. */
    boolean isOverdue(String id, Instant now) {
        return isOpen(id) && !holds.get(id).lapsesAt.isAfter(now);
    }

    /** Whether this is the last instant to which it could be extended. */
    boolean lastsAtMostUntil(String id, Instant until, Duration longest) {
        return holds.containsKey(id) && holds.get(id).placedAt.plus(longest).equals(until);
    }

    Set<String> open() {
        return holds.keySet().stream().filter(this::isOpen).collect(Collectors.toSet());
    }

    Map<String, String> ends() {
        Map<String, String> ends = new TreeMap<>();
        holds.forEach(
                (id, hold) ->
                        ends.put(
                                id,
                                Holding.hold(
                                        hold.end,
                                        hold.points,
                                        hold.captured,
                                        hold.refunded,
                                        hold.lapsesAt)));
        return ends;
    }
}
