package dev.cairn.ledger.account;

import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.LedgerProblem;
import java.util.Optional;

/** Says why points cannot be taken out of an account by anybody's wish. */
public final class Withdrawal {
    private Withdrawal() {}

    /** Why not so many points; empty when they can be taken. */
    public static Optional<Problem> refusal(Account account, long points) {
        return standing(account).or(() -> shortage(account, points));
    }

    /** Why nothing at all may be taken; empty when something may. */
    public static Optional<Problem> standing(Account account) {
        if (account.standing().closed()) {
            return Optional.of(closed());
        }
        return account.standing().frozen()
                ? Optional.of(
                        Problem.of(
                                LedgerProblem.ACCOUNT_FROZEN,
                                "Points may come in, but nothing goes out."))
                : Optional.empty();
    }

    /** What is lacking; empty when the balance suffices. */
    public static Optional<Problem> shortage(Account account, long points) {
        var available = account.balance().active();
        if (available >= points) {
            return Optional.empty();
        }
        var missing = points - available;
        return Optional.of(
                Problem.of(
                                LedgerProblem.INSUFFICIENT_POINTS,
                                "%d points are missing.".formatted(missing))
                        .with("required", points)
                        .with("available", available)
                        .with("missing", missing));
    }

    /** The refusal of whatever concerns a member that was merged or erased. */
    public static Problem closed() {
        return Problem.of(
                LedgerProblem.ACCOUNT_CLOSED, "The member was merged into another or erased.");
    }
}
