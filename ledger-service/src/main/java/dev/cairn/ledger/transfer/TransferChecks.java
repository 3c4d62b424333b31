package dev.cairn.ledger.transfer;

import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.LedgerProblem;
import dev.cairn.ledger.account.Account;
import dev.cairn.ledger.account.Withdrawal;
import dev.cairn.ledger.currency.Currency;
import java.util.Optional;

/** Says why points cannot go from one member to another. */
final class TransferChecks {
    private TransferChecks() {}

    /** What speaks against it before anybody's account is looked at. */
    static Optional<Problem> refusal(Gift gift, Currency currency) {
        if (gift.from().equals(gift.to())) {
            return Optional.of(notPossible("Giver and receiver are the same.", currency));
        }
        return switch (gift.kind()) {
            case GIFT, DONATION -> limits(gift, currency);
            case SUPPORT, WITHDRAWAL, SHARE, MERGE -> Optional.empty();
        };
    }

    /** What the accounts say; a frozen one may receive. */
    static Optional<Problem> refusal(Account from, Account to, long points) {
        if (to.standing().closed()) {
            return Optional.of(Withdrawal.closed());
        }
        return Withdrawal.refusal(from, points);
    }

    private static Optional<Problem> limits(Gift gift, Currency currency) {
        var policy = currency.transfers();
        if (!policy.allowed()) {
            return Optional.of(notPossible("These points cannot be given away.", currency));
        }
        var fits = gift.points() >= policy.least() && gift.points() <= policy.most();
        return fits
                ? Optional.empty()
                : Optional.of(
                        notPossible(
                                "A transfer takes from %d to %d points."
                                        .formatted(policy.least(), policy.most()),
                                currency));
    }

    private static Problem notPossible(String sentence, Currency currency) {
        var policy = currency.transfers();
        return Problem.of(LedgerProblem.TRANSFER_NOT_POSSIBLE, sentence)
                .with("allowed", policy.allowed())
                .with("least", policy.least())
                .with("most", policy.most());
    }
}
