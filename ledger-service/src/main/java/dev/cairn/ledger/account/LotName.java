package dev.cairn.ledger.account;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Where a lot is found: with the account that it belongs to. */
public record LotName(AccountId account, UUID id) {
    /** Lots of one account. */
    public static List<LotName> of(AccountId account, Collection<UUID> ids) {
        return ids.stream().map(id -> new LotName(account, id)).toList();
    }
}
