package dev.cairn.ledger.partner;

import dev.cairn.kit.db.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Members' codes, of which only hashes are kept; each member has one at most. */
@ApplicationScoped
class MemberCodeStore {

    void put(Tx tx, String memberId, MemberCode code) {
        tx.update(
                """
                INSERT INTO member_code (member_id, hash, expires_at)
                VALUES (?, ?, ?)
                ON CONFLICT (member_id) DO UPDATE
                SET hash = excluded.hash, expires_at = excluded.expires_at, used_at = NULL
                """,
                memberId,
                MemberCode.hash(code.code()),
                code.expiresAt());
    }

    /** Whose code it is, if it is good; it is not afterwards. */
    Optional<String> use(Tx tx, String code, Instant now) {
        return tx.first(
                """
                UPDATE member_code
                SET used_at = ?
                WHERE hash = ? AND used_at IS NULL AND expires_at > ?
                RETURNING member_id
                """,
                row -> row.text("member_id"),
                now,
                MemberCode.hash(code),
                now);
    }
}
