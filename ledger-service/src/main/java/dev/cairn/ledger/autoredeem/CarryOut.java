package dev.cairn.ledger.autoredeem;

import dev.cairn.kit.db.Tx;
import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.LedgerProblem;
import dev.cairn.ledger.account.BusinessKey;
import dev.cairn.ledger.autoredeem.StandingOrderAlgebra.Decision;
import dev.cairn.ledger.quote.MakeQuote;
import dev.cairn.ledger.quote.QuoteRequest;
import dev.cairn.ledger.redemption.RedeemReward;
import dev.cairn.ledger.redemption.RedeemReward.Wisher;
import dev.cairn.ledger.redemption.RedemptionRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Does what was decided about a standing order, by ordinary redemptions. */
@ApplicationScoped
class CarryOut {
    private final RedeemReward redeemReward;
    private final MakeQuote makeQuote;

    CarryOut(RedeemReward redeemReward, MakeQuote makeQuote) {
        this.redeemReward = redeemReward;
        this.makeQuote = makeQuote;
    }

    /**
     * What came of it.
     *
     * @param times how many redemptions were made
     * @param blocked what stood in the way of more
     */
    record Done(int times, Optional<Problem> blocked) {
        static final Done NOTHING = new Done(0, Optional.empty());
    }

    /**
     * Carries out, within the transaction that holds the account's lock.
     *
     * @param moment names the redemptions, by the place in the account's history
     */
    Done carryOut(Tx tx, StandingOrder order, BusinessKey moment, Decision decision) {
        return switch (decision) {
            case Decision.Rest rest -> Done.NOTHING;
            case Decision.Block(var problem) -> new Done(0, Optional.of(problem));
            case Decision.Redeem(var times, var price) -> redeem(tx, order, moment, times);
            case Decision.Pay pay -> pay(tx, order, moment, pay);
        };
    }

    private Done redeem(Tx tx, StandingOrder order, BusinessKey moment, int times) {
        var wish = new RedemptionRequest(order.reward(), order.account().currency(), null);
        for (var made = 0; made < times; made++) {
            var key = moment.part(Integer.toString(made));
            var outcome = redeemReward.redeem(tx, wisher(order, key), wish);
            if (outcome instanceof RedeemReward.Outcome.Refused(var problem)) {
                return new Done(made, obstacle(problem));
            }
        }
        return new Done(times, Optional.empty());
    }

    /** Money for points is a bill as large as the points are worth. */
    private Done pay(Tx tx, StandingOrder order, BusinessKey moment, Decision.Pay pay) {
        var member = order.account().memberId();
        var bill =
                new QuoteRequest(
                        order.reward(),
                        order.account().currency(),
                        pay.minor(),
                        pay.money(),
                        pay.most());
        return switch (makeQuote.make(tx, member, moment.part("quote"), bill)) {
            case MakeQuote.Outcome.Refused(var problem) -> new Done(0, obstacle(problem));
            case MakeQuote.Outcome.Promised(var quote) -> {
                var wish = new RedemptionRequest(null, null, quote.id());
                yield switch (redeemReward.redeem(tx, wisher(order, moment), wish)) {
                    case RedeemReward.Outcome.Redeemed redeemed -> new Done(1, Optional.empty());
                    case RedeemReward.Outcome.Refused(var problem) -> {
                        makeQuote.takeBack(tx, quote);
                        yield new Done(0, obstacle(problem));
                    }
                };
            }
        };
    }

    private static Wisher wisher(StandingOrder order, BusinessKey key) {
        return new Wisher(order.account().memberId(), key, true, order.reserve());
    }

    /** Too few points are no obstacle: the order waits for more. */
    private static Optional<Problem> obstacle(Problem problem) {
        return Optional.of(problem).filter(p -> p.type() != LedgerProblem.INSUFFICIENT_POINTS);
    }
}
