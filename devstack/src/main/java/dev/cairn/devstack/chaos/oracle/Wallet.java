package dev.cairn.devstack.chaos.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * An account by the rules. Every method brings it to {@code now} first and returns the changes that
 * follow, in their order.
 */
public final class Wallet {

    private final Rules rules;
    private final Purse purse;
    private final Pots pots;
    private final Registers registers;
    private final Holds holds;
    private final Map<String, Map<Lot, Long>> redemptions = new HashMap<>();
    private final Map<String, Boolean> cancelled = new TreeMap<>();

    /**
     * @param births how its lots are called
     */
    public Wallet(Rules rules, List<Birth> births) {
        this.rules = rules;
        this.purse = new Purse(new Births(births));
        this.pots = purse.pots;
        this.registers = new Registers(purse, rules);
        this.holds = new Holds(purse);
    }

    /** What the giver of points notices, and what leaves, oldest end first. */
    record Given(List<Change> changes, List<Part> parts) {}

    public long active() {
        return pots.active;
    }

    /** What falls due by now: waiting points become active, unspent points run out. */
    public List<Change> passTime(Instant now) {
        return after(now, () -> {});
    }

    /** A revision: the difference to what the award has paid is paid or taken back. */
    public List<Change> award(Award revision, Instant now) {
        return after(now, () -> registers.settle(revision, now));
    }

    /** Whether nothing but dates can change by this revision, so that no posting tells of it. */
    boolean isOfDatesOnly(Award revision) {
        return registers.isOfDatesOnly(revision);
    }

    /** Spends the price, all or nothing. Without enough active points only time passes. */
    public List<Change> redeem(String redemption, long price, Instant now) {
        return afterPaying(
                price,
                now,
                () -> {
                    redemptions.put(redemption, purse.take(price));
                    pots.spent += price;
                    cancelled.put(redemption, false);
                    purse.note(Kind.REDEEMED, price, redemption);
                });
    }

    /** The lots that paid get their points back; debts are paid first, dead lots die again. */
    public List<Change> cancel(String redemption, Instant now) {
        return after(
                now,
                () -> {
                    if (cancelled.replace(redemption, false, true)) {
                        giveBack(redemption, redemptions.get(redemption));
                        purse.timePasses(now);
                    }
                });
    }

    private void giveBack(String redemption, Map<Lot, Long> paid) {
        pots.spent -= Purse.sum(paid);
        for (Lot lot : Lots.inOrder(paid.keySet())) {
            lot.remaining += paid.get(lot);
            purse.release(lot, paid.get(lot));
        }
        purse.note(Kind.REDEMPTION_CANCELLED, Purse.sum(paid), redemption);
    }

    /** Reserves points, all or nothing, for so long. */
    public List<Change> hold(String hold, long points, Duration lasting, Instant now) {
        return afterPaying(points, now, () -> holds.place(hold, points, lasting, now));
    }

    /** Takes some of what is reserved; the rest is free again. */
    public List<Change> capture(String hold, long points, Instant now) {
        return after(now, () -> holds.capture(hold, points, now));
    }

    /** Gives back some of what a hold captured. */
    public List<Change> refund(String hold, long points, Instant now) {
        return after(now, () -> holds.refund(hold, points, now));
    }

    /** Ends a hold, because somebody wants that or because its time is over. */
    public List<Change> release(String hold, Instant now) {
        return after(now, () -> holds.release(hold, now));
    }

    /** Lets a hold last until then; false when that cannot be what became of the wish. */
    boolean extend(String hold, Duration lasting, Instant until) {
        return holds.extend(hold, lasting, until, rules);
    }

    /** Gives points away, all or nothing, to another member or another currency. */
    Given give(Kind kind, String about, long points, Instant now) {
        List<Part> parts = new ArrayList<>();
        List<Change> changes =
                afterPaying(
                        points,
                        now,
                        () -> {
                            purse.take(points).forEach((lot, part) -> parts.add(lot.part(part)));
                            move(kind, -points);
                            purse.note(kind, points, about);
                        });
        return new Given(changes, parts);
    }

    /** Gets points of their own age; debts are paid first. */
    List<Change> receive(Kind kind, String about, List<Part> parts, Instant now) {
        return after(
                now,
                () -> {
                    long points = parts.stream().mapToLong(Part::points).sum();
                    parts.forEach(p -> purse.release(purse.lots.receive(about, p), p.points()));
                    move(kind, points);
                    purse.note(kind, points, about);
                });
    }

    private void move(Kind kind, long points) {
        boolean between = kind == Kind.CONVERTED_IN || kind == Kind.CONVERTED_OUT;
        pots.converted += between ? points : 0;
        pots.transferred += between ? 0 : points;
    }

    /** Points by hand are a lot of their own that was earned now and never runs out. */
    public List<Change> adjustUp(String adjustment, long points, Instant now) {
        return after(
                now,
                () -> {
                    Part part = new Part("", now, null, points);
                    purse.release(purse.lots.receive(adjustment, part), points);
                    pots.adjusted += points;
                    purse.note(Kind.ADJUSTED_UP, points, adjustment);
                });
    }

    /** Takes points by hand, all or nothing. */
    public List<Change> adjustDown(String adjustment, long points, Instant now) {
        return afterPaying(
                points,
                now,
                () -> {
                    purse.take(points);
                    pots.adjusted -= points;
                    purse.note(Kind.ADJUSTED_DOWN, points, adjustment);
                });
    }

    /** Whether this hold is open, and should not be any more. */
    public boolean isOverdue(String hold, Instant now) {
        return holds.isOverdue(hold, now);
    }

    /** Whether holds of this one's age may last until then and no longer. */
    boolean lastsAtMostUntil(String hold, Instant until) {
        return holds.lastsAtMostUntil(hold, until, rules.longestHold());
    }

    /** Holds that nobody has ended. */
    public Set<String> openHolds() {
        return holds.open();
    }

    /** Everything that the books must say in the end, adjustments apart. */
    public Holding holding() {
        return new Holding(
                pots.figures(),
                purse.lots.rest(),
                registers.worth(),
                Map.copyOf(cancelled),
                holds.ends());
    }

    private List<Change> after(Instant now, Runnable deed) {
        purse.timePasses(now);
        deed.run();
        return purse.taken();
    }

    private List<Change> afterPaying(long points, Instant now, Runnable deed) {
        return after(
                now,
                () -> {
                    if (pots.active >= points) {
                        deed.run();
                    }
                });
    }
}
