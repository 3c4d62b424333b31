package dev.cairn.ledger.conversion;

import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.LedgerProblem;
import dev.cairn.ledger.account.Account;
import dev.cairn.ledger.account.BusinessKey;
import dev.cairn.ledger.account.Withdrawal;
import dev.cairn.ledger.currency.Currencies;
import java.time.Instant;
import java.util.Optional;

/** Lets the conformance cases change points without a database. */
public final class ConversionsOnPaper {
    private ConversionsOnPaper() {}

    public static Optional<Problem> convert(
            Account from, Account to, Currencies currencies, String id, long points, Instant now) {
        var exchange =
                currencies
                        .conversion(from.id().currency(), to.id().currency())
                        .flatMap(conversion -> Exchange.rateAt(conversion, now))
                        .flatMap(rate -> Exchange.of(rate, points));
        if (exchange.isEmpty()) {
            return Optional.of(Problem.of(LedgerProblem.CONVERSION_NOT_OFFERED, "Not here."));
        }
        var refusal = Withdrawal.refusal(from, exchange.get().taken());
        if (refusal.isEmpty()) {
            var target = currencies.require(to.id().currency());
            var key = new BusinessKey("conversion:" + id);
            ConversionAlgebra.convert(from, to, target, exchange.get(), key, now);
        }
        return refusal;
    }
}
