package dev.cairn.ledger.conversion;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.event.Cause;
import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.LedgerProblem;
import dev.cairn.ledger.account.Account;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.account.Accounts;
import dev.cairn.ledger.account.Accounts.Needs;
import dev.cairn.ledger.account.BusinessKey;
import dev.cairn.ledger.account.Withdrawal;
import dev.cairn.ledger.currency.Conversion;
import dev.cairn.ledger.currency.Currencies;
import dev.cairn.ledger.currency.Currency;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;

/** Changes a member's points of one currency into points of another. */
@ApplicationScoped
class ConvertPoints {
    private final Accounts accounts;
    private final ConversionStore conversions;
    private final Currencies currencies;
    private final CairnClock clock;

    ConvertPoints(
            Accounts accounts,
            ConversionStore conversions,
            Currencies currencies,
            CairnClock clock) {
        this.accounts = accounts;
        this.conversions = conversions;
        this.currencies = currencies;
        this.clock = clock;
    }

    /** What became of a wish. */
    sealed interface Outcome {
        record Converted(ConversionReceipt receipt) implements Outcome {}

        record Refused(Problem why) implements Outcome {}
    }

    /**
     * Converts as many of the points as become whole ones.
     *
     * @param key names the wish; the same wish never comes here twice
     */
    Outcome convert(
            Tx tx,
            String memberId,
            Currency source,
            Currency target,
            long points,
            BusinessKey key) {
        var now = clock.instant();
        var rate =
                currencies
                        .conversion(source.id(), target.id())
                        .flatMap(conversion -> Exchange.rateAt(conversion, now));
        if (rate.isEmpty()) {
            return refused("There is no rate at this time.", source, target);
        }
        var exchange = Exchange.of(rate.get(), points);
        if (exchange.isEmpty()) {
            return new Outcome.Refused(outOfRange(rate.get(), points, source, target));
        }
        var from = new AccountId(memberId, source.id());
        var to = new AccountId(memberId, target.id());
        var ids = new TreeSet<>(List.of(from, to));
        var opened = accounts.open(tx, ids, () -> Needs.everythingOf(from), now);
        var outcome =
                convert(tx, opened.get(from), opened.get(to), target, exchange.get(), key, now);
        accounts.save(tx, opened.values(), posting -> Cause.none(), now);
        return outcome;
    }

    private Outcome convert(
            Tx tx,
            Account from,
            Account to,
            Currency target,
            Exchange exchange,
            BusinessKey key,
            Instant now) {
        var refusal = Withdrawal.refusal(from, exchange.taken());
        if (refusal.isPresent()) {
            return new Outcome.Refused(refusal.get());
        }
        ConversionAlgebra.convert(from, to, target, exchange, key, now);
        var receipt =
                new ConversionReceipt(
                        key.id(),
                        from.id().currency(),
                        to.id().currency(),
                        exchange.taken(),
                        exchange.given(),
                        exchange.rate(),
                        from.balance().visible(),
                        now);
        conversions.insert(tx, from.id().memberId(), receipt);
        Log.infof(
                "converted: from=%s to=%s taken=%d given=%d conversion=%s",
                receipt.from(), receipt.to(), receipt.taken(), receipt.given(), receipt.id());
        return new Outcome.Converted(receipt);
    }

    private static Outcome refused(String sentence, Currency source, Currency target) {
        return new Outcome.Refused(notOffered(sentence, source, target));
    }

    private static Problem outOfRange(
            Conversion.Rate rate, long points, Currency source, Currency target) {
        var least = Exchange.least(rate);
        if (points < least) {
            return notOffered("So few points do not become one.", source, target)
                    .with("least", least);
        }
        return notOffered("So many points are not changed at once.", source, target)
                .with("most", Exchange.most(rate));
    }

    private static Problem notOffered(String sentence, Currency source, Currency target) {
        return Problem.of(LedgerProblem.CONVERSION_NOT_OFFERED, sentence)
                .with("from", source.id())
                .with("to", target.id());
    }
}
