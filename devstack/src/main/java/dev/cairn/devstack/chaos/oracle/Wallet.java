package dev.cairn.devstack.chaos.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A member's points by the rules. Every method brings the wallet to {@code now} first and returns
 * the changes that follow, in their order.
 */
public final class Wallet {

    private final Map<String, Lot> lots = new TreeMap<>();
    private final Map<String, Award> registers = new TreeMap<>();
    private final Map<String, Map<Lot, Long>> redemptions = new HashMap<>();
    private final Map<String, Boolean> cancelled = new TreeMap<>();
    private List<Change> changes = new ArrayList<>();
    private long active;
    private long pending;
    private long arrears;
    private long spent;
    private long expired;
    private final long[] earned = new long[2];
    private final long[] clawed = new long[2];

    public long active() {
        return active;
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
        Lot lot = lots.get(revision.id());
        if (lot != null) {
            lot.follow(revision);
            if (!lot.isOver(now) && lot.expired > 0) {
                comeBack(lot, lot.expired);
            }
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
        if (active >= price) {
            Map<Lot, Long> paid = take(price, null);
            spent += price;
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
            long points = 0;
            for (Map.Entry<Lot, Long> use : redemptions.get(redemption).entrySet()) {
                use.getKey().remaining += use.getValue();
                spent -= use.getValue();
                points += use.getValue();
                release(use.getKey(), use.getValue());
            }
            note(Kind.REDEMPTION_CANCELLED, points, redemption);
            timePasses(now);
        }
        return taken();
    }

    /** Everything that the books must say in the end. */
    public Holding holding() {
        Map<String, Holding.Rest> rest = new TreeMap<>();
        lots.forEach(
                (award, lot) ->
                        rest.put(
                                award,
                                new Holding.Rest(
                                        lot.earned, lot.remaining, lot.expired, lot.pending)));
        Map<String, Long> worth = new TreeMap<>();
        registers.forEach((award, known) -> worth.put(award, known.points()));
        Map<String, Long> figures = new LinkedHashMap<>();
        figures.put("active", active);
        figures.put("pending", pending);
        figures.put("held", 0L);
        figures.put("arrears", arrears);
        figures.put("spent", spent);
        figures.put("expired", expired);
        figures.put("earned_base", earned[0]);
        figures.put("earned_bonus", earned[1]);
        figures.put("clawed_base", clawed[0]);
        figures.put("clawed_bonus", clawed[1]);
        return new Holding(figures, rest, worth, Map.copyOf(cancelled));
    }

    private void timePasses(Instant now) {
        TreeSet<Instant> moments = new TreeSet<>();
        for (Lot lot : lots.values()) {
            if (lot.isDueToActivate(now)) {
                moments.add(lot.activeFrom);
            }
            if (lot.remaining > 0 && lot.isOver(now)) {
                moments.add(lot.expiresAt);
            }
        }
        for (Instant moment : moments) {
            inOrder().stream().filter(lot -> lot.isDueToActivate(moment)).forEach(this::activate);
            expire(moment);
        }
    }

    private void activate(Lot lot) {
        lot.pending = false;
        long points = lot.remaining;
        if (points > 0) {
            pending -= points;
            release(lot, points);
            note(Kind.ACTIVATED, points, lot.award);
        }
    }

    private void expire(Instant moment) {
        long points = 0;
        for (Lot lot : lots.values()) {
            if (lot.isSpendable() && lot.isOver(moment)) {
                points += lot.remaining;
                lot.expired += lot.remaining;
                lot.remaining = 0;
            }
        }
        if (points > 0) {
            active -= points;
            expired += points;
            note(Kind.EXPIRED, points, "");
        }
    }

    private void raise(Award revision, long points, Instant now) {
        Lot lot = lots.computeIfAbsent(revision.id(), id -> new Lot(revision, now));
        lot.earned += points;
        lot.remaining += points;
        earned[revision.base() ? 0 : 1] += points;
        if (lot.pending) {
            pending += points;
        } else {
            release(lot, points);
        }
        note(Kind.EARNED, points, lot.award);
    }

    /** From its own lot, then from what expired of it, then from the others; the rest is owed. */
    private void claw(Award revision, long points) {
        Lot own = lots.get(revision.id());
        long back = Math.min(own.expired, Math.max(0, points - own.remaining));
        if (back > 0) {
            comeBack(own, back);
        }
        long fromOwn = Math.min(points, own.remaining);
        own.remaining -= fromOwn;
        if (own.pending) {
            pending -= fromOwn;
        } else {
            active -= fromOwn;
        }
        long missing = points - fromOwn;
        for (long taken : take(Math.min(missing, active), own).values()) {
            missing -= taken;
        }
        arrears += missing;
        clawed[revision.base() ? 0 : 1] += points;
        note(Kind.REVERSED, points, own.award);
    }

    private void comeBack(Lot lot, long points) {
        lot.expired -= points;
        expired -= points;
        lot.remaining += points;
        release(lot, points);
        note(Kind.EXPIRY_CANCELLED, points, lot.award);
    }

    /** Points of a lot become spendable, after what is owed was paid from them. */
    private void release(Lot lot, long points) {
        long paid = Math.min(arrears, points);
        arrears -= paid;
        lot.remaining -= paid;
        active += points - paid;
    }

    private Map<Lot, Long> take(long points, Lot except) {
        Map<Lot, Long> takes = new LinkedHashMap<>();
        long left = points;
        for (Lot lot : inOrder()) {
            if (left > 0 && lot != except && lot.isSpendable()) {
                long taken = Math.min(left, lot.remaining);
                lot.remaining -= taken;
                active -= taken;
                left -= taken;
                takes.put(lot, taken);
            }
        }
        return takes;
    }

    private List<Lot> inOrder() {
        return lots.values().stream().sorted(Lot.SPENDING_ORDER).toList();
    }

    private void note(Kind kind, long points, String about) {
        changes.add(new Change(kind, points, active - arrears, about));
    }

    private List<Change> taken() {
        List<Change> now = changes;
        changes = new ArrayList<>();
        return now;
    }
}
