package dev.cairn.ledger.transfer;

import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.LedgerProblem;
import dev.cairn.ledger.account.Account;
import dev.cairn.ledger.account.Withdrawal;
import dev.cairn.ledger.currency.Currency;
import dev.cairn.ledger.currency.Currency.Transfers;
import java.util.Optional;

/** Says why points cannot go from one member to another. */
final class TransferChecks {
    private TransferChecks() {}

    /** What speaks against it before anybody's account is looked at. */
    static Optional<Problem> refusal(Gift gift, Currency currency) {
        if (gift.from().equals(gift.to())) {
            return Optional.of(notPossible("Giver and receiver are the same."));
        }
        return switch (gift.kind()) {
            case GIFT, DONATION -> limits(gift, currency);
            case SUPPORT, WITHDRAWAL, SHARE, MERGE -> Optional.empty();
        };
    }

    /** What the accounts say; a frozen member may receive, but not help itself. */
    static Optional<Problem> refusal(Gift gift, Account from, Account to) {
        if (to.standing().closed()) {
            return Optional.of(Withdrawal.closed());
        }
        var wished = gift.kind() == Gift.Kind.WITHDRAWAL ? to : from;
        return Withdrawal.standing(wished).or(() -> Withdrawal.refusal(from, gift.points()));
    }

    private static Optional<Problem> limits(Gift gift, Currency currency) {
        var policy = currency.transfers();
        if (!policy.allowed()) {
            return Optional.of(
                    notPossible("These points cannot be given away.").with("allowed", false));
        }
        if (gift.points() < policy.least()) {
            return Optional.of(
                    limited(
                            "A transfer takes %d points or more.".formatted(policy.least()),
                            policy));
        }
        if (gift.points() > policy.most()) {
            return Optional.of(
                    limited(
                            "A transfer takes %d points or less.".formatted(policy.most()),
                            policy));
        }
        return Optional.empty();
    }

    /** With both limits, as far as there are any. */
    private static Problem limited(String sentence, Transfers policy) {
        var problem = notPossible(sentence).with("allowed", true).with("least", policy.least());
        return policy.limited() ? problem.with("most", policy.most()) : problem;
    }

    private static Problem notPossible(String sentence) {
        return Problem.of(LedgerProblem.TRANSFER_NOT_POSSIBLE, sentence);
    }
}
