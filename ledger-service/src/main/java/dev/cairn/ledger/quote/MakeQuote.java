package dev.cairn.ledger.quote;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.problem.KitProblem;
import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.LedgerProblem;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.account.Accounts;
import dev.cairn.ledger.account.BusinessKey;
import dev.cairn.ledger.catalogue.FindOffer;
import dev.cairn.ledger.catalogue.FindOffer.Found;
import dev.cairn.ledger.catalogue.Payment.Rate;
import dev.cairn.ledger.catalogue.Reward;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Promises a price. Nothing is reserved: points and stock may be gone when it is used. */
@ApplicationScoped
public class MakeQuote {
    private final FindOffer findOffer;
    private final Accounts accounts;
    private final QuoteStore quotes;
    private final QuoteConfig config;
    private final CairnClock clock;

    MakeQuote(
            FindOffer findOffer,
            Accounts accounts,
            QuoteStore quotes,
            QuoteConfig config,
            CairnClock clock) {
        this.findOffer = findOffer;
        this.accounts = accounts;
        this.quotes = quotes;
        this.config = config;
        this.clock = clock;
    }

    /** What became of it. */
    public sealed interface Outcome {
        record Promised(Quote quote) implements Outcome {}

        record Refused(Problem problem) implements Outcome {}
    }

    /**
     * Promises a price, within the caller's transaction.
     *
     * @param key names the quote; its id follows from it
     */
    public Outcome make(Tx tx, String memberId, BusinessKey key, QuoteRequest request) {
        var now = clock.instant();
        var outcome =
                switch (findOffer.find(tx, memberId, request.reward(), request.currency(), now)) {
                    case Found.Priced(var reward, var price) -> {
                        var id = new AccountId(memberId, price.currency());
                        yield request.amountMinor() == null
                                ? promised(key, id, reward, price.points(), null, now)
                                : new Outcome.Refused(noBill());
                    }
                    case Found.Rated(var reward, var rate) ->
                            part(tx, key, memberId, reward, rate, request, now);
                    case Found.Refused(var problem) -> new Outcome.Refused(problem);
                };
        if (outcome instanceof Outcome.Promised(var quote)) {
            quotes.insert(tx, quote, now);
        }
        return outcome;
    }

    /** Takes back a promise that was made for a purchase which did not come about. */
    public void takeBack(Tx tx, Quote quote) {
        quotes.remove(tx, quote.id());
    }

    private Outcome part(
            Tx tx,
            BusinessKey key,
            String memberId,
            Reward reward,
            Rate rate,
            QuoteRequest request,
            Instant now) {
        var payment = reward.payment();
        if (request.amountMinor() == null) {
            return new Outcome.Refused(billMissing());
        }
        if (!payment.money().equals(request.moneyCurrency())) {
            return new Outcome.Refused(otherMoney(payment.money()));
        }
        var id = new AccountId(memberId, payment.currency());
        var active = accounts.peek(tx, id, now).balance().active();
        var most = request.points() == null ? active : Math.min(active, request.points());
        var part = PartPayment.of(request.amountMinor(), most, rate);
        if (part.minor() == 0) {
            return new Outcome.Refused(tooFew(PartPayment.pointsFor(1, rate), most));
        }
        var money = new Money(part.minor(), payment.money(), rate.version());
        return promised(key, id, reward, part.points(), money, now);
    }

    private Outcome promised(
            BusinessKey key, AccountId id, Reward reward, long points, Money money, Instant now) {
        var until = now.plus(config.goodFor());
        return new Outcome.Promised(
                new Quote(key.id(), id, reward.id(), points, money, until, null, null));
    }

    private static Problem noBill() {
        return Problem.of(KitProblem.INVALID_REQUEST, "This reward pays no bill.")
                .with("field", "amountMinor");
    }

    private static Problem billMissing() {
        return Problem.of(KitProblem.INVALID_REQUEST, "Say what bill the points shall pay.")
                .with("field", "amountMinor");
    }

    private static Problem otherMoney(String money) {
        return Problem.of(
                        LedgerProblem.REWARD_HAS_NO_SUCH_PRICE,
                        "Points pay bills in this money only.")
                .with("currencies", List.of(money));
    }

    private static Problem tooFew(long required, long available) {
        return Problem.of(
                        LedgerProblem.INSUFFICIENT_POINTS,
                        "These points are worth less than the smallest coin.")
                .with("required", required)
                .with("available", available)
                .with("missing", required - available);
    }
}
