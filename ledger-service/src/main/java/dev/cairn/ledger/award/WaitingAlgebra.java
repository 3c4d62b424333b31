package dev.cairn.ledger.award;

import dev.cairn.ledger.account.Account;
import dev.cairn.ledger.account.BusinessKey;
import dev.cairn.ledger.account.Lot;
import dev.cairn.ledger.account.PassTime;
import dev.cairn.ledger.award.AwardView.State;
import dev.cairn.ledger.award.ClawBack.Claim;
import dev.cairn.ledger.currency.Currency;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What ends the waiting of an award's points, other than its day or its next revision. */
final class WaitingAlgebra {
    private WaitingAlgebra() {}

    /** What became of a decision. */
    sealed interface Outcome {
        /** It is so now; perhaps it was so before. */
        record Done(Register register, Optional<Lot> lot, Currency currency, Instant now)
                implements Outcome {
            AwardView view(String member) {
                return AwardView.of(member, register, lot, currency, now);
            }
        }

        /** The points do not wait any more. */
        record NotPending(State state) implements Outcome {}

        /** They wait for something else; null when they wait for a day only. */
        record WaitsForOther(String awaits) implements Outcome {}
    }

    /**
     * Lets the points of an award be spent.
     *
     * @param account brought to {@code now}; holds the award's lot
     * @param action what has happened; empty when somebody decides without
     */
    static Outcome activate(
            Account account,
            Currency currency,
            Register register,
            Optional<String> action,
            Instant now) {
        var lot = account.find(lotId(account, register));
        var state = State.of(register, lot, now);
        if (state == State.ACTIVE) {
            return new Outcome.Done(register, lot, currency, now);
        }
        if (state != State.PENDING) {
            return new Outcome.NotPending(state);
        }
        var waiting = lot.orElseThrow();
        if (action.isPresent() && !action.get().equals(waiting.awaits())) {
            return new Outcome.WaitsForOther(waiting.awaits());
        }
        PassTime.activate(account, waiting, now);
        return new Outcome.Done(register, account.find(waiting.id()), currency, now);
    }

    /**
     * Takes back for good what an award has paid while it still waits.
     *
     * @param account as for {@link #activate}, with all open lots
     */
    static Outcome cancel(Account account, Currency currency, Register register, Instant now) {
        var lot = account.find(lotId(account, register));
        var state = State.of(register, lot, now);
        if (state == State.CANCELLED) {
            return new Outcome.Done(register, lot, currency, now);
        }
        if (state != State.PENDING) {
            return new Outcome.NotPending(state);
        }
        var claim =
                new Claim(
                        BusinessKey.awardCancellation(account.id().memberId(), register.awardId()),
                        register.awardId(),
                        register.category(),
                        "The award was cancelled.");
        var taken =
                ClawBack.take(account, currency, claim, lot.orElseThrow(), register.paid(), now);
        var after = register.cancelledForGood().paying(register.paid() - taken);
        return new Outcome.Done(after, account.find(lotId(account, register)), currency, now);
    }

    private static UUID lotId(Account account, Register register) {
        return BusinessKey.lot(account.id().memberId(), register.awardId()).id();
    }
}
