package dev.cairn.ledger.award;

import dev.cairn.contracts.RewardEvent.AwardSet;
import dev.cairn.ledger.account.Account;
import dev.cairn.ledger.account.BusinessKey;
import dev.cairn.ledger.account.Lot;
import dev.cairn.ledger.account.LotSource;
import dev.cairn.ledger.account.Movement;
import dev.cairn.ledger.account.PassTime;
import dev.cairn.ledger.account.PostingKind;
import dev.cairn.ledger.account.Pot;
import dev.cairn.ledger.account.Subject;
import dev.cairn.ledger.award.ClawBack.Claim;
import dev.cairn.ledger.currency.Currency;
import java.time.Instant;
import java.util.Optional;

/**
 * Brings an account from what an award has paid to what it is worth: the difference is posted,
 * never the amount.
 */
final class AwardAlgebra {
    private AwardAlgebra() {}

    /** What became of a revision. */
    sealed interface Outcome {
        /** It is the newest, and the account now agrees with it as far as the currency lets it. */
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
     * @param use what caps have let through; changed by what this revision pays or takes back
     */
    static Outcome settle(
            Account account,
            Currency currency,
            CapUse use,
            Optional<Register> known,
            AwardSet award,
            Instant now) {
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
        if (!before.sameDates(wanted)) {
            redate(account, currency, award, now);
        }
        var capped = CapAlgebra.capped(account, currency, use, before, wanted);
        var after = capped.paying(pay(account, currency, award, capped, now));
        use.changed(account.id(), before, after);
        PassTime.until(now, account);
        return new Outcome.Settled(after);
    }

    /** Posts what is missing or too much; the sum that is paid then. */
    private static long pay(
            Account account, Currency currency, AwardSet award, Register capped, Instant now) {
        var difference = capped.desired() - capped.paid();
        if (difference > 0) {
            raise(account, currency, award, difference, now);
            return capped.desired();
        }
        if (difference < 0) {
            var own = account.lot(lotKey(account, award).id());
            var claim = claim(account, award);
            return capped.paid() - ClawBack.take(account, currency, claim, own, -difference, now);
        }
        return capped.paid();
    }

    /** The lot follows the award's dates; points that expired too early come back. */
    private static void redate(Account account, Currency currency, AwardSet award, Instant now) {
        var found = account.find(lotKey(account, award).id());
        if (found.isEmpty()) {
            return;
        }
        var old = found.get();
        var lot = aged(old.awaiting(award.awaits()), account, currency, award);
        if (!lot.equals(old)) {
            account.put(lot);
        }
        if (!lot.deadBy(now) && lot.expired() > 0) {
            ClawBack.unexpire(account, claim(account, award), lot, lot.expired(), now);
        }
    }

    private static void raise(
            Account account, Currency currency, AwardSet award, long points, Instant now) {
        var lot =
                account.find(lotKey(account, award).id())
                        .orElseGet(() -> newLot(account, currency, award, now))
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
                new Subject.Award(
                        award.awardId(), award.category(), lot.pending(), lot.expiresAt()),
                award.reason(),
                award.occurredAt(),
                movement);
    }

    /** Whether an award's points have to wait is decided when it first pays. */
    private static Lot newLot(Account account, Currency currency, AwardSet award, Instant now) {
        var waits =
                award.awaits() != null && award.activeFrom() == null
                        || award.activeFrom() != null && award.activeFrom().isAfter(now);
        var lot =
                Lot.open(
                                lotKey(account, award).id(),
                                LotSource.AWARD,
                                award.awardId(),
                                award.occurredAt(),
                                null)
                        .spentAs(currency.priorityOf(award.category()))
                        .awaiting(waits ? award.awaits() : null)
                        .waiting(waits);
        return aged(lot, account, currency, award);
    }

    /** The lot with the award's dates, and the currency's last day if the award names none. */
    private static Lot aged(Lot lot, Account account, Currency currency, AwardSet award) {
        var age = LotAge.of(award, currency, account.slidesUntil());
        return lot.sliding(age.sliding())
                .dated(award.occurredAt(), award.activeFrom(), age.expiresAt());
    }

    static Claim claim(Account account, AwardSet award) {
        return new Claim(
                revisionKey(account, award), award.awardId(), award.category(), award.reason());
    }

    private static BusinessKey lotKey(Account account, AwardSet award) {
        return BusinessKey.lot(account.id().memberId(), award.awardId());
    }

    private static BusinessKey revisionKey(Account account, AwardSet award) {
        return BusinessKey.awardRevision(
                account.id().memberId(), award.awardId(), award.revision());
    }
}
