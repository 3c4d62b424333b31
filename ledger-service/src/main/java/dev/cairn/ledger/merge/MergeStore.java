package dev.cairn.ledger.merge;

import dev.cairn.kit.db.Tx;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.account.LotName;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Which members go on as others; whoever changes one holds the locks of all its accounts. */
@ApplicationScoped
class MergeStore {
    /** Any number that nothing else in the database uses: "merge" in ASCII. */
    private static final long TURN = 0x6d65726765L;

    private record Way(String origin, String end) {}

    /** Waits until no other merge is under way: two at once could lead in a circle. */
    void takeTurn(Tx tx) {
        tx.query("SELECT 1 AS turn FROM pg_advisory_xact_lock(?)", row -> 1, TURN);
    }

    /** The member that this one was merged into, if it was. */
    Optional<String> target(Tx tx, String memberId) {
        return tx.first(
                """
                SELECT merged_into
                FROM member_standing
                WHERE member_id = ? AND merged_into IS NOT NULL
                """,
                row -> row.text("merged_into"),
                memberId);
    }

    /** The member and all that were merged into it, directly or by others. */
    List<String> all(Tx tx, String memberId) {
        return tx.query(
                """
                WITH RECURSIVE same AS (
                    SELECT ?::text AS member_id
                    UNION
                    SELECT s.member_id
                    FROM same
                    JOIN member_standing AS s ON s.merged_into = same.member_id)
                SELECT member_id
                FROM same
                ORDER BY member_id
                """,
                row -> row.text("member_id"),
                memberId);
    }

    /**
     * Who these members go on as, at the end of the chain; those that were not merged, and those
     * that were erased or whose end was, are left out.
     */
    Map<String, String> ends(Tx tx, Collection<String> members) {
        return tx
                .query(
                        """
                        WITH RECURSIVE way AS (
                            SELECT member_id AS origin, merged_into AS at, 1 AS steps
                            FROM member_standing
                            WHERE member_id = ANY (?) AND merged_into IS NOT NULL
                              AND erased_at IS NULL
                            UNION ALL
                            SELECT w.origin, s.merged_into, w.steps + 1
                            FROM way AS w
                            JOIN member_standing AS s ON s.member_id = w.at
                            WHERE s.merged_into IS NOT NULL),
                        last AS (
                            SELECT DISTINCT ON (origin) origin, at
                            FROM way
                            ORDER BY origin, steps DESC)
                        SELECT origin, at
                        FROM last
                        WHERE NOT EXISTS (SELECT FROM member_standing AS s
                                          WHERE s.member_id = last.at
                                            AND s.erased_at IS NOT NULL)
                        """,
                        row -> new Way(row.text("origin"), row.text("at")),
                        (Object) members.toArray(String[]::new))
                .stream()
                .collect(Collectors.toMap(Way::origin, Way::end));
    }

    /** Whether this member, or anybody as whom it goes on, was erased. */
    boolean erased(Tx tx, String memberId) {
        return tx.first(
                        """
                        WITH RECURSIVE way AS (
                            SELECT ?::text AS member_id
                            UNION
                            SELECT s.merged_into
                            FROM way
                            JOIN member_standing AS s USING (member_id)
                            WHERE s.merged_into IS NOT NULL)
                        SELECT 1 AS found
                        FROM way
                        JOIN member_standing USING (member_id)
                        WHERE erased_at IS NOT NULL
                        LIMIT 1
                        """,
                        row -> true,
                        memberId)
                .isPresent();
    }

    /** Closes one member in favour of another; if it was frozen, the other one is. */
    void merge(Tx tx, String from, String into, String end, Instant now) {
        tx.update(
                """
                INSERT INTO member_standing AS s (member_id, frozen_at, frozen_reason)
                SELECT ?, frozen_at, frozen_reason
                FROM member_standing
                WHERE member_id = ? AND frozen_at IS NOT NULL
                ON CONFLICT (member_id) DO UPDATE
                SET frozen_at = coalesce(s.frozen_at, excluded.frozen_at),
                    frozen_reason = coalesce(s.frozen_reason, excluded.frozen_reason)
                """,
                end,
                from);
        lead(tx, from, into, now);
    }

    /** Lets a member go on as another, and nothing else. */
    void lead(Tx tx, String from, String into, Instant now) {
        tx.update(
                """
                INSERT INTO member_standing (member_id, merged_into, merged_at)
                VALUES (?, ?, ?)
                ON CONFLICT (member_id) DO UPDATE
                SET merged_into = excluded.merged_into, merged_at = excluded.merged_at
                """,
                from,
                into,
                now);
    }

    /** Lots of these accounts in which points ran out that were in one of those lots first. */
    List<LotName> expired(Tx tx, Collection<AccountId> accounts, Collection<UUID> origins) {
        return tx.query(
                """
                SELECT member_id, currency, id
                FROM lot
                WHERE (member_id, currency) IN (SELECT * FROM unnest(?::text[], ?::text[]))
                  AND expired > 0 AND origin = ANY (?)
                """,
                row ->
                        new LotName(
                                new AccountId(row.text("member_id"), row.text("currency")),
                                row.uuid("id")),
                accounts.stream().map(AccountId::memberId).toArray(String[]::new),
                accounts.stream().map(AccountId::currency).toArray(String[]::new),
                origins.toArray(UUID[]::new));
    }

    /**
     * Accounts of merged members on which something is that could move. Whoever goes on as an
     * erased member was erased too.
     */
    List<AccountId> leftBehind(Tx tx, int limit) {
        return tx.query(
                """
                SELECT member_id, currency
                FROM member_standing
                JOIN balance AS b USING (member_id)
                WHERE merged_into IS NOT NULL AND erased_at IS NULL
                  AND b.active + b.pending + b.arrears > 0
                ORDER BY member_id, currency
                LIMIT ?
                """,
                row -> new AccountId(row.text("member_id"), row.text("currency")),
                limit);
    }
}
