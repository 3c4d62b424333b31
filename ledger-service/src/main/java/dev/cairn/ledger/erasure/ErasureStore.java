package dev.cairn.ledger.erasure;

import dev.cairn.kit.db.Tx;
import dev.cairn.ledger.account.AccountId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** What is written when a member is erased. */
@ApplicationScoped
class ErasureStore {

    /** Accounts of erased members on which something is that nobody reserved. */
    List<AccountId> leftOver(Tx tx, int limit) {
        return tx.query(
                """
                SELECT member_id, currency
                FROM member_standing
                JOIN balance AS b USING (member_id)
                WHERE erased_at IS NOT NULL AND b.active + b.pending > 0
                ORDER BY member_id, currency
                LIMIT ?
                """,
                row -> new AccountId(row.text("member_id"), row.text("currency")),
                limit);
    }

    /** Notes the erasure for ever; why the account was frozen is forgotten. */
    void erase(Tx tx, String memberId, Instant now) {
        tx.update(
                """
                INSERT INTO member_standing (member_id, erased_at) VALUES (?, ?)
                ON CONFLICT (member_id) DO UPDATE
                SET erased_at = coalesce(member_standing.erased_at, excluded.erased_at),
                    frozen_at = NULL, frozen_reason = NULL
                """,
                memberId,
                now);
    }
}
