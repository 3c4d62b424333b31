package dev.cairn.ledger.autoredeem;

import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.catalogue.FindOffer.Found;
import dev.cairn.ledger.catalogue.Payment.Rate;

/** What the catalogue has for a standing order at this time. */
sealed interface Offer {
    /** A reward that costs so many points each time, from 1. */
    record Priced(long points) implements Offer {}

    /**
     * Money for points.
     *
     * @param money ISO 4217 code
     */
    record Rated(Rate rate, String money) implements Offer {}

    /** It cannot be had. */
    record None(Problem problem) implements Offer {}

    static Offer of(Found found) {
        return switch (found) {
            case Found.Priced(var reward, var price) -> new Priced(price.points());
            case Found.Rated(var reward, var rate) -> new Rated(rate, reward.payment().money());
            case Found.Refused(var problem) -> new None(problem);
        };
    }
}
