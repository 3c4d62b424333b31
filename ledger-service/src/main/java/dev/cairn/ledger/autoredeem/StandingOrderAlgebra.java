package dev.cairn.ledger.autoredeem;

import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.LedgerProblem;
import dev.cairn.ledger.account.Standing;
import dev.cairn.ledger.quote.PartPayment;

/**
 * Decides what a standing order does now. From the threshold on it takes as many as fit above the
 * reserve, up to the day's number; afterwards no more fits, so that each crossing is paid once,
 * whoever looks and how often.
 */
final class StandingOrderAlgebra {
    /** The largest bill that there is a quote of, in minor units. */
    private static final long LARGEST_BILL = 1_000_000_000L;

    private StandingOrderAlgebra() {}

    /**
     * What a look at the account finds.
     *
     * @param active points that can be spent
     * @param today how often the order redeemed today
     * @param undone points that ever came back of what it redeemed
     */
    record Sight(Standing standing, long active, int today, long undone, Offer offer) {}

    /** What to do. */
    sealed interface Decision {
        /** Redeem so often, from 1, at this price each. */
        record Redeem(int times, long price) implements Decision {}

        /**
         * Turn points into money.
         *
         * @param most points to give
         * @param minor what they are worth, in minor units
         * @param money ISO 4217 code
         */
        record Pay(long most, long minor, String money) implements Decision {}

        /** Nothing, until the account changes or the next day. */
        record Rest() implements Decision {}

        /** Nothing, because of this. */
        record Block(Problem problem) implements Decision {}
    }

    static Decision decide(StandingOrder order, Sight sight) {
        if (sight.standing().closed() || sight.standing().frozen()) {
            return new Decision.Rest();
        }
        if (order.terms() == null) {
            return new Decision.Block(notOffered());
        }
        if (sight.active() < order.terms().threshold() || order.pausedBy(sight.undone())) {
            return new Decision.Rest();
        }
        var spare = Math.max(0, sight.active() - order.reserve());
        var times = Math.max(0, order.terms().mostPerDay() - sight.today());
        return switch (sight.offer()) {
            case Offer.None(var problem) -> new Decision.Block(problem);
            case Offer.Priced(var points) -> redeem(Math.min(times, spare / points), points);
            case Offer.Rated rated -> times == 0 ? new Decision.Rest() : pay(spare, rated);
        };
    }

    private static Decision redeem(long times, long price) {
        return times == 0
                ? new Decision.Rest()
                : new Decision.Redeem(Math.toIntExact(times), price);
    }

    private static Decision pay(long spare, Offer.Rated offer) {
        var payment = PartPayment.of(LARGEST_BILL, spare, offer.rate());
        return payment.minor() == 0
                ? new Decision.Rest()
                : new Decision.Pay(payment.points(), payment.minor(), offer.money());
    }

    /** The refusal of an order for what the programme does not give by itself. */
    static Problem notOffered() {
        return Problem.of(
                LedgerProblem.AUTO_REDEEM_NOT_OFFERED, "This reward is redeemed by wish only.");
    }
}
