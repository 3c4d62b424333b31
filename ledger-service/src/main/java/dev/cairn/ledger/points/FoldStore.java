package dev.cairn.ledger.points;

import dev.cairn.kit.db.Tx;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.account.PostingKind;
import dev.cairn.ledger.account.Pot;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Folds the journal of an account as far as it went at some time. */
@ApplicationScoped
class FoldStore {
    private record Sum(Pot pot, long amount) {}

    /** What the pots gained by what happened until {@code at} and was recorded until then. */
    Map<Pot, Long> sums(Tx tx, AccountId id, Instant at, Instant known) {
        var found =
                tx.query(
                        """
                        SELECT e.pot, sum(e.amount)::bigint AS amount
                        FROM posting AS p
                        JOIN entry AS e ON e.posting_id = p.id
                        WHERE p.member_id = ? AND p.currency = ?
                          AND p.occurred_at <= ? AND p.recorded_at <= ?
                        GROUP BY e.pot
                        """,
                        row -> new Sum(Pot.valueOf(row.text("pot")), row.longValue("amount")),
                        id.memberId(),
                        id.currency(),
                        at,
                        known);
        var sums = new EnumMap<Pot, Long>(Pot.class);
        found.forEach(sum -> sums.put(sum.pot(), sum.amount()));
        return sums;
    }

    /** Where the account stood by what was recorded before this instant. */
    Stand standBefore(Tx tx, AccountId id, Instant end) {
        return tx.first(
                        """
                        SELECT coalesce(sum(e.amount) FILTER (WHERE e.pot IN ('ACTIVE', 'ARREARS')),
                                        0)::bigint AS balance,
                               coalesce(sum(e.amount) FILTER (WHERE e.pot = 'PENDING'), 0)::bigint
                                   AS pending,
                               coalesce(sum(e.amount) FILTER (WHERE e.pot = 'HELD'), 0)::bigint
                                   AS held
                        FROM posting AS p
                        JOIN entry AS e ON e.posting_id = p.id AND e.member_id IS NOT NULL
                        WHERE p.member_id = ? AND p.currency = ? AND p.recorded_at < ?
                        """,
                        row ->
                                new Stand(
                                        row.longValue("balance"),
                                        row.longValue("pending"),
                                        row.longValue("held")),
                        id.memberId(),
                        id.currency(),
                        end)
                .orElseThrow();
    }

    /** What was recorded in a time, in the order of the account's history. */
    List<Statement.Line> lines(Tx tx, AccountId id, Instant start, Instant end, int limit) {
        return tx.query(
                """
                SELECT p.id, p.kind, p.points, p.reason, p.occurred_at, p.recorded_at,
                       coalesce(sum(e.amount) FILTER (WHERE e.pot IN ('ACTIVE', 'ARREARS')),
                                0)::bigint AS balance,
                       coalesce(sum(e.amount) FILTER (WHERE e.pot = 'PENDING'), 0)::bigint
                           AS pending,
                       coalesce(sum(e.amount) FILTER (WHERE e.pot = 'HELD'), 0)::bigint AS held
                FROM posting AS p
                LEFT JOIN entry AS e ON e.posting_id = p.id AND e.member_id IS NOT NULL
                WHERE p.member_id = ? AND p.currency = ?
                  AND p.recorded_at >= ? AND p.recorded_at < ?
                GROUP BY p.id
                ORDER BY p.version
                LIMIT ?
                """,
                row -> {
                    var kind = PostingKind.valueOf(row.text("kind"));
                    return new Statement.Line(
                            row.uuid("id"),
                            kind.label(),
                            kind.sign() * row.longValue("points"),
                            row.textOrNull("reason"),
                            row.instant("occurred_at"),
                            row.instant("recorded_at"),
                            new Stand(
                                    row.longValue("balance"),
                                    row.longValue("pending"),
                                    row.longValue("held")));
                },
                id.memberId(),
                id.currency(),
                start,
                end,
                limit);
    }
}
