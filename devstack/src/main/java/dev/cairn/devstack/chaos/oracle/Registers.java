package dev.cairn.devstack.chaos.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** What awards are worth, what was paid for them, and what revisions therefore do. */
final class Registers {

    private final Purse purse;
    private final Rules rules;
    private final Map<String, Register> known = new TreeMap<>();

    private record Register(Award revision, long paid) {}

    Registers(Purse purse, Rules rules) {
        this.purse = purse;
        this.rules = rules;
    }

    /** The newest revision wins; the difference to what was paid is paid or taken back. */
    void settle(Award revision, Instant now) {
        Register before = known.get(revision.id());
        if (before != null && before.revision().revision() >= revision.revision()) {
            return;
        }
        if (before != null && !before.revision().hasDatesOf(revision)) {
            purse.lots.of(revision.id()).ifPresent(lot -> redate(lot, revision, now));
        }
        long paid = before == null ? 0 : before.paid();
        long due = clipped(revision, paid);
        known.put(revision.id(), new Register(revision, due));
        if (due > paid) {
            raise(revision, due - paid, now);
        } else if (due < paid) {
            claw(revision, paid - due);
        }
        purse.timePasses(now);
    }

    /** Whether nothing but dates can change by this revision. */
    boolean isOfDatesOnly(Award revision) {
        Register before = known.get(revision.id());
        return before != null && before.revision().points() == revision.points();
    }

    /** What the day's limit lets through. It never takes back what is paid. */
    private long clipped(Award revision, long paid) {
        if (revision.points() <= paid) {
            return revision.points();
        }
        LocalDate day = rules.day(revision.occurredAt());
        long others =
                known.values().stream()
                        .filter(other -> !other.revision().id().equals(revision.id()))
                        .filter(other -> rules.day(other.revision().occurredAt()).equals(day))
                        .mapToLong(Register::paid)
                        .sum();
        long most = rules.mostPerDay(revision.account().currency()).orElse(Long.MAX_VALUE);
        return Math.min(revision.points(), Math.max(paid, most - others));
    }

    /** Points that ran out too early come back. */
    private void redate(Lot lot, Award revision, Instant now) {
        lot.follow(revision);
        if (!lot.isOver(now) && lot.expired > 0) {
            comeBack(lot, lot.expired);
        }
    }

    private void raise(Award revision, long points, Instant now) {
        Lot lot = purse.lots.open(revision, now);
        lot.earned += points;
        lot.remaining += points;
        purse.pots.earn(revision.base(), points);
        if (lot.pending) {
            purse.pots.pending += points;
        } else {
            purse.release(lot, points);
        }
        purse.note(Kind.EARNED, points, lot.award);
    }

    /**
     * From its own lot and from others with its points, then from what expired of it in either,
     * then from the member's other lots; the rest is owed.
     */
    private void claw(Award revision, long points) {
        Lot own = purse.lots.of(revision.id()).orElseThrow();
        long unspent = own.free() + Purse.sum(purse.lots.choose(points, lot -> isOfIt(lot, own)));
        comeBackOf(own, points - unspent);
        long missing = points - fromOwn(own, points);
        missing -= fromOthers(purse.lots.choose(missing, lot -> isOfIt(lot, own)));
        missing -= fromOthers(purse.lots.choose(missing, lot -> !lot.award.equals(own.award)));
        purse.pots.arrears += missing;
        purse.pots.claw(revision.base(), points);
        purse.note(Kind.REVERSED, points, own.award);
    }

    private long fromOwn(Lot own, long points) {
        long taken = Math.min(points, own.free());
        own.remaining -= taken;
        if (own.pending) {
            purse.pots.pending -= taken;
        } else {
            purse.pots.active -= taken;
        }
        return taken;
    }

    private long fromOthers(Map<Lot, Long> others) {
        others.forEach((lot, taken) -> lot.remaining -= taken);
        purse.pots.active -= Purse.sum(others);
        return Purse.sum(others);
    }

    /** Points of the award that were given away and came back. */
    private static boolean isOfIt(Lot lot, Lot own) {
        return lot != own && lot.award.equals(own.award);
    }

    /** What expired of an award comes back, of its own lot first; as much as there is. */
    private void comeBackOf(Lot own, long points) {
        long left = points - comeBackUpTo(own, points);
        for (Lot lot : purse.lots.inOrder()) {
            if (isOfIt(lot, own)) {
                left -= comeBackUpTo(lot, left);
            }
        }
    }

    private long comeBackUpTo(Lot lot, long points) {
        long back = Math.min(lot.expired, Math.max(0, points));
        if (back > 0) {
            comeBack(lot, back);
        }
        return back;
    }

    private void comeBack(Lot lot, long points) {
        lot.expired -= points;
        purse.pots.expired -= points;
        lot.remaining += points;
        purse.release(lot, points);
        purse.note(Kind.EXPIRY_CANCELLED, points, lot.award);
    }

    Map<String, Holding.Worth> worth() {
        Map<String, Holding.Worth> worth = new TreeMap<>();
        known.forEach(
                (award, register) ->
                        worth.put(
                                award,
                                new Holding.Worth(register.revision().points(), register.paid())));
        return worth;
    }
}
