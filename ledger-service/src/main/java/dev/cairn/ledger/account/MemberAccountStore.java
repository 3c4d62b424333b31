package dev.cairn.ledger.account;

import dev.cairn.kit.db.Tx;
import dev.cairn.ledger.currency.Currencies;
import dev.cairn.ledger.currency.Currency;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;

/** Names all accounts of members, for what concerns a member and not a single currency. */
@ApplicationScoped
public class MemberAccountStore {
    private final Currencies currencies;

    MemberAccountStore(Currencies currencies) {
        this.currencies = currencies;
    }

    /**
     * Their accounts in all currencies, also those that are not there yet: opening them keeps
     * others from creating them meanwhile.
     */
    public SortedSet<AccountId> of(Tx tx, Collection<String> members) {
        var ids = new TreeSet<AccountId>();
        for (var member : members) {
            currencies.all().stream()
                    .map(Currency::id)
                    .forEach(currency -> ids.add(new AccountId(member, currency)));
        }
        ids.addAll(
                tx.query(
                        "SELECT member_id, currency FROM balance WHERE member_id = ANY (?)",
                        row -> new AccountId(row.text("member_id"), row.text("currency")),
                        (Object) members.toArray(String[]::new)));
        return ids;
    }
}
