package dev.cairn.ledger.erasure;

import dev.cairn.kit.db.Tx;
import dev.cairn.ledger.account.AccountId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What is written when a member is erased. */
@ApplicationScoped
class ErasureStore {

    /** All accounts of a member. */
    SortedSet<AccountId> accounts(Tx tx, String memberId) {
        List<AccountId> found =
                tx.query(
                        "SELECT currency FROM balance WHERE member_id = ?",
                        row -> new AccountId(memberId, row.text("currency")),
                        memberId);
        return new TreeSet<>(found);
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

    /** Clears what the member was answered, and what others were answered about the member. */
    void clearAnswers(Tx tx, String memberId) {
        tx.update(
                """
                UPDATE idempotency
                SET request = ''::bytea, body = 'null'
                WHERE caller = ? OR body ->> 'member' = ?
                """,
                memberId,
                memberId);
    }
}
