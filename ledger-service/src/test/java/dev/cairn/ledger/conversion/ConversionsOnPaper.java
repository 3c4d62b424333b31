package dev.cairn.ledger.conversion;

import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.LedgerProblem;
import dev.cairn.ledger.account.Account;
import dev.cairn.ledger.account.BusinessKey;
import dev.cairn.ledger.account.PassTime;
import dev.cairn.ledger.account.Withdrawal;
import dev.cairn.ledger.currency.Conversion.Rate;
import dev.cairn.ledger.currency.Currencies;
import dev.cairn.ledger.currency.Currency;
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

    /** One for one; nothing happens when there are too few. */
    public static void change(
            Account from, Account to, Currency target, String id, long points, Instant now) {
        PassTime.until(now, from);
        if (Withdrawal.refusal(from, points).isEmpty()) {
            var rate = new Rate("even", Instant.EPOCH, 1, 1);
            var exchange = Exchange.of(rate, points).orElseThrow();
            ConversionAlgebra.convert(from, to, target, exchange, new BusinessKey(id), now);
            PassTime.until(now, to);
        }
    }
}
