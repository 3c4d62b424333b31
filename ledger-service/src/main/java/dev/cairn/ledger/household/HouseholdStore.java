package dev.cairn.ledger.household;

import dev.cairn.kit.db.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Households and who belongs to them. */
@ApplicationScoped
class HouseholdStore {

    /** The household of a member, as it is now. */
    Optional<Household> of(Tx tx, String memberId) {
        return tx.first(
                        "SELECT household_id FROM household_member WHERE member_id = ?",
                        row -> row.text("household_id"),
                        memberId)
                .flatMap(id -> find(tx, id));
    }

    Optional<Household> find(Tx tx, String id) {
        return tx.first(
                "SELECT owner FROM household WHERE id = ? AND closed_at IS NULL",
                row -> new Household(id, row.text("owner"), members(tx, id)),
                id);
    }

    /** As {@link #find}; nobody joins or leaves until the transaction ends. */
    Optional<Household> lock(Tx tx, String id) {
        var open =
                tx.first(
                        "SELECT id FROM household WHERE id = ? AND closed_at IS NULL FOR UPDATE",
                        row -> row.text("id"),
                        id);
        return open.flatMap(found -> find(tx, found));
    }

    private static List<Household.Member> members(Tx tx, String id) {
        return tx.query(
                """
                SELECT member_id, joined_at
                FROM household_member
                WHERE household_id = ?
                ORDER BY place
                """,
                row -> new Household.Member(row.text("member_id"), row.instant("joined_at")),
                id);
    }

    void found(Tx tx, String id, String owner, Instant now) {
        tx.update("INSERT INTO household (id, owner, created_at) VALUES (?, ?, ?)", id, owner, now);
    }

    /** Adds a member; false when it belongs to a household already. */
    boolean add(Tx tx, String id, String memberId, Instant now) {
        return tx.update(
                        """
                        INSERT INTO household_member (member_id, household_id, joined_at)
                        VALUES (?, ?, ?)
                        ON CONFLICT DO NOTHING
                        """,
                        memberId,
                        id,
                        now)
                == 1;
    }

    void remove(Tx tx, String memberId) {
        tx.update("DELETE FROM household_member WHERE member_id = ?", memberId);
    }

    void owner(Tx tx, String id, String owner) {
        tx.update("UPDATE household SET owner = ? WHERE id = ?", owner, id);
    }

    void close(Tx tx, String id, Instant now) {
        tx.update("UPDATE household SET closed_at = ? WHERE id = ?", now, id);
    }

    /** Lets one member, who belongs to no household, take the place of another. */
    void replace(Tx tx, String memberId, String by) {
        tx.update("UPDATE household_member SET member_id = ? WHERE member_id = ?", by, memberId);
    }

    /** Lots of the household's accounts into which these members' gifts came, empty ones too. */
    List<UUID> lotsFrom(Tx tx, Collection<String> members, String id) {
        return tx.query(
                """
                SELECT u.lot_id
                FROM transfer AS t
                JOIN posting AS p ON p.reference_id = t.id AND p.member_id = t.to_member
                JOIN lot_use AS u ON u.posting_id = p.id AND u.kind = 'RECEIVED'
                WHERE t.to_member = ? AND t.from_member = ANY (?)
                """,
                row -> row.uuid("lot_id"),
                id,
                members.toArray(String[]::new));
    }

    void invite(Tx tx, byte[] tokenHash, String id, Instant expiresAt) {
        tx.update(
                """
                INSERT INTO household_invitation (token_hash, household_id, expires_at)
                VALUES (?, ?, ?)
                """,
                tokenHash,
                id,
                expiresAt);
    }

    /** The household that an unused invitation leads to; nobody else can use it meanwhile. */
    Optional<String> invitedTo(Tx tx, byte[] tokenHash, Instant now) {
        return tx.first(
                """
                SELECT household_id
                FROM household_invitation
                WHERE token_hash = ? AND used_at IS NULL AND expires_at > ?
                FOR UPDATE
                """,
                row -> row.text("household_id"),
                tokenHash,
                now);
    }

    void use(Tx tx, byte[] tokenHash, Instant now) {
        tx.update(
                "UPDATE household_invitation SET used_at = ? WHERE token_hash = ?", now, tokenHash);
    }
}
