package dev.cairn.ledger.conformance;

import dev.cairn.ledger.currency.Currency;
import dev.cairn.ledger.currency.ExpiryModel;

/** Rules of a currency that the ledger does not follow yet. */
final class Policies {
    private Policies() {}

    static void require(Currency currency) {
        if (currency.beyondBalance() != Currency.BeyondBalance.ARREARS) {
            throw new Engine.NotOffered("policy beyondBalance");
        }
        if (!currency.otherLots()) {
            throw new Engine.NotOffered("policy otherLots");
        }
        if (!(currency.expiry() instanceof ExpiryModel.Never)) {
            throw new Engine.NotOffered("policy expiry");
        }
        if (!currency.caps().isEmpty()) {
            throw new Engine.NotOffered("policy caps");
        }
    }
}
