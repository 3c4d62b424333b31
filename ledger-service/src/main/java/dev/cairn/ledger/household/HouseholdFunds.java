package dev.cairn.ledger.household;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Tx;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.account.Accounts;
import dev.cairn.ledger.currency.Currencies;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;

/** Tells what is in the accounts of a household. */
@ApplicationScoped
class HouseholdFunds {
    private final Accounts accounts;
    private final Currencies currencies;
    private final CairnClock clock;

    HouseholdFunds(Accounts accounts, Currencies currencies, CairnClock clock) {
        this.accounts = accounts;
        this.currencies = currencies;
        this.clock = clock;
    }

    /** What can be taken out, by currency. */
    Map<String, Long> of(Tx tx, String household) {
        var points = new TreeMap<String, Long>();
        for (var currency : currencies.all()) {
            var id = new AccountId(household, currency.id());
            points.put(currency.id(), accounts.peek(tx, id, clock.instant()).balance().active());
        }
        return points;
    }
}
