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
 * @param away where the member goes on, with all open lots and with those of the award that ran out
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
     * What this revision decides about comes home: all if dates change, else what it takes back.
     *
     * @param known null when nothing is known of the award yet
     */
    List<Moved> before(Register known, AwardSet award) {
        if (known == null
                || known.revision() >= award.revision()
                || !known.currency().equals(award.currency())) {
            return List.of();
        }
        var wanted = known.after(award).under(null, null);
        var moved = new ArrayList<Moved>();
        var claim = AwardAlgebra.claim(home, award);
        if (!known.sameDates(wanted)) {
            reviveTooEarlyDead(claim, award);
            moved.addAll(all(award.awardId()));
        }
        moved.addAll(forClaim(claim, known.paid() - wanted.desired()));
        return moved;
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
        var lost = own.expired() + relatives(away, own).mapToLong(Lot::expired).sum();
        var revived = Math.min(lost, Math.max(0, missing - there));
        var others = spendable(strangers(home, own)) + spendable(strangers(away, own));
        if (currency.beyondBalance() == BeyondBalance.FORBID
                && missing > there + revived + others) {
            return List.of();
        }
        revive(claim, own, revived - own.expired());
        var moved = new ArrayList<Moved>();
        moved.addAll(bringBack(own, missing).toList());
        var rest = missing - sum(moved) - own.expired() - spendable(strangers(home, own));
        moved.addAll(moveOthers(own, rest).toList());
        return moved;
    }

    private void reviveTooEarlyDead(Claim claim, AwardSet award) {
        var end = LotAge.of(award, currency, home.slidesUntil()).expiresAt();
        if (end == null || end.isAfter(now)) {
            home.find(lotId(home, award.awardId()))
                    .ifPresent(own -> revive(claim, own, Long.MAX_VALUE));
        }
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
        var place = away.balance().version() + 1;
        var key = BusinessKey.moment("merged-back", away.id(), place);
        return new Way(away, home, key, Gift.Kind.MERGE, now);
    }

    /** Other lots with points of the award, what waits first. */
    private static Stream<Lot> relatives(Account account, Lot own) {
        return account.lots().stream()
                .filter(lot -> own.awardId().equals(lot.awardId()))
                .filter(lot -> !lot.id().equals(lotId(account, own.awardId())))
                .sorted(
                        Comparator.comparing(Lot::pending)
                                .reversed()
                                .thenComparing(Lot.SPENDING_ORDER));
    }

    /** Lots of other awards, if they can be taken. */
    private Stream<Lot> strangers(Account account, Lot own) {
        return currency.otherLots()
                ? account.lots().stream().filter(lot -> !own.awardId().equals(lot.awardId()))
                : Stream.empty();
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
