package dev.cairn.ledger.award;

import dev.cairn.kit.db.Tx;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.account.LotName;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Finds points of awards that ran out elsewhere than in their award's lot: they had been given away
 * and given back, or had come back too late.
 */
@ApplicationScoped
class LostStore {

    /** Other lots of the same accounts with such points; no statement for no lots. */
    List<LotName> of(Tx tx, Collection<LotName> own) {
        if (own.isEmpty()) {
            return List.of();
        }
        return tx.query(
                """
                SELECT o.member_id, o.currency, l.id
                FROM unnest(?::text[], ?::text[], ?::uuid[]) AS o(member_id, currency, id)
                JOIN lot AS l ON l.origin = o.id
                WHERE l.member_id = o.member_id AND l.currency = o.currency AND l.expired > 0
                """,
                row ->
                        new LotName(
                                new AccountId(row.text("member_id"), row.text("currency")),
                                row.uuid("id")),
                own.stream().map(name -> name.account().memberId()).toArray(String[]::new),
                own.stream().map(name -> name.account().currency()).toArray(String[]::new),
                own.stream().map(LotName::id).toArray(UUID[]::new));
    }
}
