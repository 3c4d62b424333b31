package dev.cairn.ledger.award;

import dev.cairn.contracts.RewardEvent.AwardSet;
import dev.cairn.ledger.account.Account;
import dev.cairn.ledger.account.BusinessKey;
import dev.cairn.ledger.account.Lot;
import dev.cairn.ledger.account.LotAllocator;
import dev.cairn.ledger.account.LotSource;
import dev.cairn.ledger.account.LotUse;
import dev.cairn.ledger.account.Movement;
import dev.cairn.ledger.account.PassTime;
import dev.cairn.ledger.account.PostingKind;
import dev.cairn.ledger.account.Pot;
import dev.cairn.ledger.account.Subject;
import java.time.Instant;
import java.util.Optional;

/**
 * Brings an account from what an award has paid to what it is worth: the difference is posted,
 * never the amount. Points are taken back from the award's own lot, then from what expired of it,
 * then from the member's other lots, and what is still missing is owed.
 */
final class AwardAlgebra {
    private AwardAlgebra() {}

    /** What became of a revision. */
    sealed interface Outcome {
        /** It is the newest, and the account now agrees with it. */
        record Settled(Register register) implements Outcome {}

        /** It is known already, or a newer one is. */
        record Stale() implements Outcome {}

        /** It contradicts what is known; nothing was changed. */
        record Contradiction(String sentence) implements Outcome {}
    }

    /**
     * Settles one revision.
     *
     * @param account brought to {@code now}; holds the award's lot, and all open lots when the
     *     award may shrink
     */
    static Outcome settle(Account account, Optional<Register> known, AwardSet award, Instant now) {
        var before = known.orElseGet(() -> Register.unpaid(award));
        var wanted = before.after(award);
        var sameCurrency = before.currency().equals(award.currency());
        if (before.revision() > award.revision() || (sameCurrency && before.equals(wanted))) {
            return new Outcome.Stale();
        }
        if (before.revision() == award.revision()) {
            return new Outcome.Contradiction(
                    "revision %d of award %s was already set to %d points with other content"
                            .formatted(award.revision(), award.awardId(), before.points()));
        }
        if (!sameCurrency) {
            return new Outcome.Contradiction(
                    "award %s pays in %s and cannot change to %s"
                            .formatted(award.awardId(), before.currency(), award.currency()));
        }
        redate(account, award, now);
        var difference = wanted.desired() - wanted.paid();
        if (difference > 0) {
            raise(account, award, difference, now);
        } else if (difference < 0) {
            claw(account, award, -difference, now);
        }
        PassTime.until(now, account);
        return new Outcome.Settled(wanted.paying(wanted.desired()));
    }

    /** The lot follows the award's dates; points that expired too early come back. */
    private static void redate(Account account, AwardSet award, Instant now) {
        var lotId = lotKey(account, award).id();
        if (account.find(lotId).isEmpty()) {
            return;
        }
        var old = account.lot(lotId);
        var lot = old.dated(award.occurredAt(), award.activeFrom(), award.expiresAt());
        if (!lot.equals(old)) {
            account.put(lot);
        }
        var runsOn = lot.expiresAt() == null || lot.expiresAt().isAfter(now);
        if (runsOn && lot.expired() > 0) {
            unexpire(account, award, lot, lot.expired());
        }
    }

    private static void raise(Account account, AwardSet award, long points, Instant now) {
        var lot =
                account.find(lotKey(account, award).id())
                        .orElseGet(() -> newLot(account, award, now))
                        .grown(points);
        account.put(lot);
        var movement = new Movement();
        if (lot.pending()) {
            movement.move(points, Pot.ISSUED, Pot.PENDING);
        } else {
            account.receive(movement, lot.id(), points, Pot.ISSUED);
        }
        account.post(
                revisionKey(account, award),
                PostingKind.EARNED,
                points,
                subject(award, lot),
                award.reason(),
                award.occurredAt(),
                movement);
    }

    private static void claw(Account account, AwardSet award, long points, Instant now) {
        var own = account.lot(lotKey(account, award).id());
        var back = Math.min(own.expired(), Math.max(0, points - own.free()));
        if (back > 0) {
            unexpire(account, award, own, back);
            own = account.lot(own.id());
        }
        var movement = new Movement();
        var fromOwn = Math.min(points, own.free());
        movement.move(fromOwn, own.pending() ? Pot.PENDING : Pot.ACTIVE, Pot.REVERSED);
        movement.use(own, LotUse.Kind.REVERSED, fromOwn);
        var missing = points - fromOwn;
        if (missing > 0) {
            missing -= takeFromOthers(account, own, missing, movement);
            movement.move(missing, Pot.ARREARS, Pot.REVERSED);
        }
        account.post(
                revisionKey(account, award),
                PostingKind.REVERSED,
                points,
                subject(award, own),
                award.reason(),
                now,
                movement);
    }

    private static long takeFromOthers(Account account, Lot own, long points, Movement movement) {
        var others = account.lots().stream().filter(lot -> !lot.id().equals(own.id())).toList();
        var taken = 0L;
        for (var take : LotAllocator.take(points, others)) {
            movement.move(take.points(), Pot.ACTIVE, Pot.REVERSED);
            movement.use(take.lot(), LotUse.Kind.REVERSED, take.points());
            taken += take.points();
        }
        if (taken < points && account.balance().active() + movement.net(Pot.ACTIVE) > 0) {
            throw new IllegalStateException(
                    "debt of %s although it has points: its lots were not all loaded"
                            .formatted(account.id()));
        }
        return taken;
    }

    private static void unexpire(Account account, AwardSet award, Lot lot, long points) {
        var movement = new Movement().use(lot, LotUse.Kind.EXPIRED, -points);
        account.receive(movement, lot.id(), points, Pot.EXPIRED);
        account.post(
                new BusinessKey(revisionKey(account, award).text() + ":unexpired"),
                PostingKind.EXPIRY_CANCELLED,
                points,
                subject(award, lot),
                "Expired points came back because the award changed.",
                award.occurredAt(),
                movement);
    }

    /** Whether an award's points have to wait is decided when it first pays. */
    private static Lot newLot(Account account, AwardSet award, Instant now) {
        var waits =
                award.awaits() != null && award.activeFrom() == null
                        || award.activeFrom() != null && award.activeFrom().isAfter(now);
        return Lot.open(
                        lotKey(account, award).id(),
                        LotSource.AWARD,
                        award.awardId(),
                        award.occurredAt(),
                        award.expiresAt())
                .awaiting(waits ? award.awaits() : null)
                .waiting(waits)
                .dated(award.occurredAt(), award.activeFrom(), award.expiresAt());
    }

    private static Subject subject(AwardSet award, Lot lot) {
        return new Subject.Award(
                award.awardId(), award.category(), lot.pending(), award.expiresAt());
    }

    private static BusinessKey lotKey(Account account, AwardSet award) {
        return BusinessKey.lot(account.id().memberId(), award.awardId());
    }

    private static BusinessKey revisionKey(Account account, AwardSet award) {
        return BusinessKey.awardRevision(
                account.id().memberId(), award.awardId(), award.revision());
    }
}
