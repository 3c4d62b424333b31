package dev.cairn.devstack.chaos.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A member's points by the rules. Every method brings the wallet to {@code now} first and returns
 * the changes that follow, in their order.
 */
public final class Wallet {

    private final Lots lots = new Lots();
    private final Map<String, Award> registers = new TreeMap<>();
    private final Map<String, Map<Lot, Long>> redemptions = new HashMap<>();
    private final Map<String, Boolean> cancelled = new TreeMap<>();
    private final Map<String, Hold> holds = new TreeMap<>();
    private final Pots pots = new Pots();
    private List<Change> changes = new ArrayList<>();

    /** Points that are reserved, by lot, for a while. */
    private record Hold(Map<Lot, Long> reserved, Instant lapsesAt) {}

    public long active() {
        return pots.active;
    }

    /** What falls due by now: waiting points become active, unspent points run out. */
    public List<Change> passTime(Instant now) {
        timePasses(now);
        return taken();
    }

    /** A revision: the difference to what the award has paid is paid or taken back. */
    public List<Change> award(Award revision, Instant now) {
        timePasses(now);
        Award known = registers.get(revision.id());
        if (known != null && known.revision() >= revision.revision()) {
            return taken();
        }
        registers.put(revision.id(), revision);
        if (known != null && !known.hasDatesOf(revision)) {
            lots.of(revision.id()).ifPresent(lot -> redate(lot, revision, now));
        }
        long difference = revision.points() - (known == null ? 0 : known.points());
        if (difference > 0) {
            raise(revision, difference, now);
        } else if (difference < 0) {
            claw(revision, -difference);
        }
        timePasses(now);
        return taken();
    }

    /** Spends the price, all or nothing. Without enough active points only time passes. */
    public List<Change> redeem(String redemption, long price, Instant now) {
        timePasses(now);
        if (pots.active >= price) {
            Map<Lot, Long> paid = lots.choose(price, Optional.empty());
            paid.forEach((lot, points) -> lot.remaining -= points);
            pots.active -= price;
            pots.spent += price;
            redemptions.put(redemption, paid);
            cancelled.put(redemption, false);
            note(Kind.REDEEMED, price, redemption);
        }
        return taken();
    }

    /** The lots that paid get their points back; debts are paid first, dead lots die again. */
    public List<Change> cancel(String redemption, Instant now) {
        timePasses(now);
        if (Boolean.FALSE.equals(cancelled.get(redemption))) {
            cancelled.put(redemption, true);
            Map<Lot, Long> paid = redemptions.get(redemption);
            long points = sum(paid);
            pots.spent -= points;
            Lots.inOrder(paid.keySet())
                    .forEach(
                            lot -> {
                                lot.remaining += paid.get(lot);
                                release(lot, paid.get(lot));
                            });
            note(Kind.REDEMPTION_CANCELLED, points, redemption);
            timePasses(now);
        }
        return taken();
    }

    /** Reserves points, all or nothing, for so long. */
    public List<Change> hold(String hold, long points, Duration lasting, Instant now) {
        timePasses(now);
        if (pots.active >= points) {
            Map<Lot, Long> reserved = lots.choose(points, Optional.empty());
            reserved.forEach((lot, part) -> lot.held += part);
            pots.active -= points;
            pots.held += points;
            holds.put(hold, new Hold(reserved, now.plus(lasting)));
            note(Kind.HELD, points, hold);
        }
        return taken();
    }

    /** Takes some of what is reserved, in the order of spending; the rest is free before that. */
    public List<Change> capture(String hold, long points, Instant now) {
        timePasses(now);
        Hold open = holds.remove(hold);
        if (open == null || sum(open.reserved()) < points) {
            return taken();
        }
        Map<Lot, Long> captured = new LinkedHashMap<>();
        Map<Lot, Long> rest = new LinkedHashMap<>();
        long left = points;
        for (Lot lot : Lots.inOrder(open.reserved().keySet())) {
            long part = Math.min(left, open.reserved().get(lot));
            captured.put(lot, part);
            rest.put(lot, open.reserved().get(lot) - part);
            left -= part;
        }
        setFree(hold, rest);
        captured.forEach(
                (lot, part) -> {
                    lot.held -= part;
                    lot.remaining -= part;
                });
        pots.held -= points;
        pots.spent += points;
        note(Kind.HOLD_CAPTURED, points, hold);
        timePasses(now);
        return taken();
    }

    /** Ends a hold, because somebody wants that or because its time is over. */
    public List<Change> release(String hold, Instant now) {
        timePasses(now);
        Hold open = holds.remove(hold);
        if (open != null) {
            setFree(hold, open.reserved());
            timePasses(now);
        }
        return taken();
    }

    /** Whether this hold is open, and should not be any more. */
    public boolean isOverdue(String hold, Instant now) {
        return holds.containsKey(hold) && !holds.get(hold).lapsesAt().isAfter(now);
    }

    /** Holds that nobody has ended. */
    public Set<String> openHolds() {
        return Set.copyOf(holds.keySet());
    }

    /** Everything that the books must say in the end. */
    public Holding holding() {
        Map<String, Long> worth = new TreeMap<>();
        registers.forEach((award, known) -> worth.put(award, known.points()));
        return new Holding(pots.figures(), lots.rest(), worth, Map.copyOf(cancelled));
    }

    /** Points that ran out too early come back. */
    private void redate(Lot lot, Award revision, Instant now) {
        lot.follow(revision);
        if (!lot.isOver(now) && lot.expired > 0) {
            comeBack(lot, lot.expired);
        }
    }

    private void timePasses(Instant now) {
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

    private void raise(Award revision, long points, Instant now) {
        Lot lot = lots.open(revision, now);
        lot.earned += points;
        lot.remaining += points;
        pots.earn(revision.base(), points);
        if (lot.pending) {
            pots.pending += points;
        } else {
            release(lot, points);
        }
        note(Kind.EARNED, points, lot.award);
    }

    /** From its own lot, then from what expired of it, then from the others; the rest is owed. */
    private void claw(Award revision, long points) {
        Lot own = lots.of(revision.id()).orElseThrow();
        long back = Math.min(own.expired, Math.max(0, points - own.free()));
        if (back > 0) {
            comeBack(own, back);
        }
        long fromOwn = Math.min(points, own.free());
        own.remaining -= fromOwn;
        if (own.pending) {
            pots.pending -= fromOwn;
        } else {
            pots.active -= fromOwn;
        }
        long missing = points - fromOwn;
        Map<Lot, Long> others = lots.choose(Math.min(missing, pots.active), Optional.of(own));
        others.forEach((lot, taken) -> lot.remaining -= taken);
        pots.active -= sum(others);
        pots.arrears += missing - sum(others);
        pots.claw(revision.base(), points);
        note(Kind.REVERSED, points, own.award);
    }

    private void setFree(String hold, Map<Lot, Long> rest) {
        long points = sum(rest);
        if (points > 0) {
            pots.held -= points;
            Lots.inOrder(rest.keySet())
                    .forEach(
                            lot -> {
                                lot.held -= rest.get(lot);
                                release(lot, rest.get(lot));
                            });
            note(Kind.HOLD_RELEASED, points, hold);
        }
    }

    private void comeBack(Lot lot, long points) {
        lot.expired -= points;
        pots.expired -= points;
        lot.remaining += points;
        release(lot, points);
        note(Kind.EXPIRY_CANCELLED, points, lot.award);
    }

    /** Points of a lot become spendable, after what is owed was paid from them. */
    private void release(Lot lot, long points) {
        long paid = Math.min(pots.arrears, points);
        pots.arrears -= paid;
        lot.remaining -= paid;
        pots.active += points - paid;
    }

    private static long sum(Map<Lot, Long> uses) {
        return uses.values().stream().mapToLong(Long::longValue).sum();
    }

    private void note(Kind kind, long points, String about) {
        changes.add(new Change(kind, points, pots.balance(), about));
    }

    private List<Change> taken() {
        List<Change> now = changes;
        changes = new ArrayList<>();
        return now;
    }
}
