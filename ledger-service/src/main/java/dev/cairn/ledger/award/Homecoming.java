package dev.cairn.ledger.award;

import dev.cairn.contracts.RewardEvent.AwardSet;
import dev.cairn.ledger.account.Account;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.account.BusinessKey;
import dev.cairn.ledger.account.Lot;
import dev.cairn.ledger.account.LotAllocator;
import dev.cairn.ledger.account.LotAllocator.Take;
import dev.cairn.ledger.award.ClawBack.Claim;
import dev.cairn.ledger.currency.Currency;
import dev.cairn.ledger.currency.Currency.BeyondBalance;
import dev.cairn.ledger.transfer.Gift;
import dev.cairn.ledger.transfer.Moved;
import dev.cairn.ledger.transfer.TransferAlgebra;
import dev.cairn.ledger.transfer.TransferAlgebra.Way;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Points of a merged member's award are where the member goes on. Before something is decided about
 * the award they come home to the lot that they left, so that it is decided as if they had never
 * gone; what is left of them follows the member again. Reserved points stay where they are.
 *
 * @param home the account that earned the award, with its lot
 * @param away where the member goes on, with all open lots and with those whose points of the award
 *     ran out
 */
record Homecoming(Account home, Account away, Currency currency, Instant now) {

    /** For an account of a merged member; empty for others. */
    static Optional<Homecoming> of(
            Account home,
            Map<AccountId, Account> opened,
            Map<AccountId, AccountId> ways,
            Currency currency,
            Instant now) {
        return Optional.ofNullable(ways.get(home.id()))
                .map(away -> new Homecoming(home, opened.get(away), currency, now));
    }

    /**
     * What this revision decides about comes home: all if dates change, else what it takes back;
     * and debts, if what it pays is too old to follow.
     *
     * @param known null when nothing is known of the award yet
     */
    List<Moved> before(Register known, AwardSet award) {
        var register = known == null ? Register.unpaid(award) : known;
        if (register.revision() >= award.revision()
                || !register.currency().equals(award.currency())) {
            return List.of();
        }
        var wanted = register.after(award).under(null, null);
        var end = LotAge.of(award, currency, home.slidesUntil()).expiresAt();
        var over = end != null && !end.isAfter(now);
        var claim = AwardAlgebra.claim(home, award);
        var redated = !register.sameDates(wanted);
        var moved = new ArrayList<Moved>();
        if (redated) {
            moved.addAll(all(claim, over ? 0 : Long.MAX_VALUE));
        }
        moved.addAll(forClaim(claim, register.paid() - wanted.desired()));
        if (over && (redated || wanted.desired() > register.paid())) {
            moved.addAll(debts());
        }
        return moved;
    }

    /** All of the award, and of what expired of it so much. */
    private List<Moved> all(Claim claim, long expired) {
        home.find(lotId(home, claim.awardId())).ifPresent(own -> revive(claim, own, expired));
        return all(claim.awardId());
    }

    private List<Moved> debts() {
        var debt = away.balance().arrears();
        if (debt == 0) {
            return List.of();
        }
        var way = new Way(home, away, key("merged-debt-back"), Gift.Kind.MERGE, now);
        TransferAlgebra.moveDebt(way);
        return List.of(new Moved(way, debt));
    }

    /** All points of an award that nobody has reserved come home. */
    List<Moved> all(String awardId) {
        return home.find(lotId(home, awardId)).stream()
                .flatMap(own -> bringBack(own, Long.MAX_VALUE))
                .toList();
    }

    /**
     * What a claim can take comes home, in the order in which it takes: points of the award, what
     * expired of it, other points. Nothing does if the claim cannot take anything.
     */
    private List<Moved> forClaim(Claim claim, long points) {
        var lot = home.find(lotId(home, claim.awardId()));
        if (lot.isEmpty() || points <= 0) {
            return List.of();
        }
        var own = lot.get();
        var missing = Math.max(0, points - own.free() - spendable(relatives(home, own)));
        var there = relatives(away, own).mapToLong(Lot::free).sum();
        var lostHere = ClawBack.lost(home, own);
        var lost = lostHere + relatives(away, own).mapToLong(Lot::expired).sum();
        var revived = Math.min(lost, Math.max(0, missing - there));
        var others = spendable(strangers(home, own)) + spendable(strangers(away, own));
        if (currency.beyondBalance() == BeyondBalance.FORBID
                && missing > there + revived + others) {
            return List.of();
        }
        revive(claim, own, revived - lostHere);
        var moved = new ArrayList<Moved>();
        moved.addAll(bringBack(own, missing).toList());
        var rest = missing - sum(moved) - lostHere - spendable(strangers(home, own));
        moved.addAll(moveOthers(own, rest).toList());
        return moved;
    }

    /** Expired points of the award live again where they expired. */
    private void revive(Claim claim, Lot own, long points) {
        var left = points;
        for (var lot : relatives(away, own).filter(lost -> lost.expired() > 0).toList()) {
            var part = Math.min(left, lot.expired());
            if (part > 0) {
                var name = claim.key().part("lot:" + lot.id());
                var again = new Claim(name, claim.awardId(), claim.category(), claim.reason());
                ClawBack.unexpire(away, again, lot, part, now);
                left -= part;
            }
        }
    }

    private Stream<Moved> bringBack(Lot own, long most) {
        var takes = new ArrayList<Take>();
        var left = most;
        for (var lot : relatives(away, own).filter(lot -> lot.free() > 0).toList()) {
            var part = Math.min(left, lot.free());
            if (part > 0) {
                takes.add(new Take(lot, part));
                left -= part;
            }
        }
        var way = way();
        TransferAlgebra.bringBack(way, own, takes);
        return Moved.of(way, takes).stream();
    }

    private Stream<Moved> moveOthers(Lot own, long points) {
        var takes = LotAllocator.take(Math.max(0, points), strangers(away, own).toList());
        var way = way();
        TransferAlgebra.move(way, takes);
        return Moved.of(way, takes).stream();
    }

    private Way way() {
        return new Way(away, home, key("merged-back"), Gift.Kind.MERGE, now);
    }

    private BusinessKey key(String what) {
        return BusinessKey.moment(what, away.id(), away.balance().version() + 1);
    }

    /**
     * Other lots with points of the award, what waits first. The name of the award says nothing:
     * whoever goes on may have one of the same name, and gifts from others who have.
     */
    private static Stream<Lot> relatives(Account account, Lot own) {
        return account.lots().stream()
                .filter(lot -> related(lot, own) && !lot.id().equals(own.id()))
                .sorted(
                        Comparator.comparing(Lot::pending)
                                .reversed()
                                .thenComparing(Lot.SPENDING_ORDER));
    }

    /** Lots with other points, if they can be taken. */
    private Stream<Lot> strangers(Account account, Lot own) {
        return currency.otherLots()
                ? account.lots().stream().filter(lot -> !related(lot, own))
                : Stream.empty();
    }

    private static boolean related(Lot lot, Lot own) {
        return own.id().equals(lot.origin());
    }

    private static long spendable(Stream<Lot> lots) {
        return lots.filter(Lot::spendable).mapToLong(Lot::free).sum();
    }

    private static long sum(List<Moved> moved) {
        return moved.stream().mapToLong(Moved::points).sum();
    }

    private static UUID lotId(Account account, String awardId) {
        return BusinessKey.lot(account.id().memberId(), awardId).id();
    }
}
