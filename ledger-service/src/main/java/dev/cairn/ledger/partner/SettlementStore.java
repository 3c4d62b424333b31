package dev.cairn.ledger.partner;

import dev.cairn.kit.db.Row;
import dev.cairn.kit.db.Tx;
import dev.cairn.ledger.partner.Settlement.Part;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Closed settlements. They can only be added, and each line is in one of them at most. */
@ApplicationScoped
class SettlementStore {
    /** What a settlement takes up. */
    record Totals(Part captures, Part refunds) {}

    Optional<Settlement> find(Tx tx, String partnerId, long number) {
        return list(tx, partnerId, number + 1, 1).stream()
                .filter(settlement -> settlement.number() == number)
                .findFirst();
    }

    /** A partner's settlements before this number, newest first. */
    List<Settlement> list(Tx tx, String partnerId, long before, int limit) {
        return tx.query(
                """
                SELECT s.partner_id, s.number, s.first_day, s.end_day, p.currency,
                       p.money_currency, s.captures, s.captured_points, s.captured_minor,
                       s.refunds, s.refunded_points, s.refunded_minor, s.closed_at
                FROM settlement AS s
                JOIN partner AS p ON p.id = s.partner_id
                WHERE s.partner_id = ? AND s.number < ?
                ORDER BY s.number DESC
                LIMIT ?
                """,
                SettlementStore::settlement,
                partnerId,
                before,
                limit);
    }

    /** Gives a settlement all lines of days before its end that no other has. */
    Totals take(Tx tx, String partnerId, long number, LocalDate end) {
        tx.update(
                """
                INSERT INTO settlement_line (line_id, partner_id, number)
                SELECT id, partner_id, ?
                FROM partner_line AS l
                WHERE partner_id = ? AND day < ?
                  AND NOT EXISTS (SELECT FROM settlement_line AS s WHERE s.line_id = l.id)
                """,
                number,
                partnerId,
                end);
        return tx.first(
                        """
                        SELECT count(*) FILTER (WHERE kind = 'CAPTURE') AS captures,
                               coalesce(sum(points) FILTER (WHERE kind = 'CAPTURE'), 0)::bigint
                                   AS captured_points,
                               coalesce(sum(amount_minor) FILTER (WHERE kind = 'CAPTURE'),
                                        0)::bigint AS captured_minor,
                               count(*) FILTER (WHERE kind = 'REFUND') AS refunds,
                               coalesce(sum(points) FILTER (WHERE kind = 'REFUND'), 0)::bigint
                                   AS refunded_points,
                               coalesce(sum(amount_minor) FILTER (WHERE kind = 'REFUND'),
                                        0)::bigint AS refunded_minor
                        FROM settlement_line AS s
                        JOIN partner_line AS l ON l.id = s.line_id
                        WHERE s.partner_id = ? AND s.number = ?
                        """,
                        row -> new Totals(captures(row), refunds(row)),
                        partnerId,
                        number)
                .orElseThrow();
    }

    void insert(Tx tx, Settlement settlement) {
        tx.update(
                """
                INSERT INTO settlement (partner_id, number, first_day, end_day, captures,
                                        captured_points, captured_minor, refunds,
                                        refunded_points, refunded_minor, closed_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                settlement.partner(),
                settlement.number(),
                settlement.from(),
                settlement.to(),
                settlement.captures().lines(),
                settlement.captures().points(),
                settlement.captures().amountMinor(),
                settlement.refunds().lines(),
                settlement.refunds().points(),
                settlement.refunds().amountMinor(),
                settlement.closedAt());
    }

    private static Settlement settlement(Row row) throws SQLException {
        return new Settlement(
                row.text("partner_id"),
                row.longValue("number"),
                row.date("first_day"),
                row.date("end_day"),
                row.text("currency"),
                row.text("money_currency"),
                captures(row),
                refunds(row),
                row.instant("closed_at"));
    }

    private static Part captures(Row row) throws SQLException {
        return new Part(
                row.longValue("captures"),
                row.longValue("captured_points"),
                row.longValue("captured_minor"));
    }

    private static Part refunds(Row row) throws SQLException {
        return new Part(
                row.longValue("refunds"),
                row.longValue("refunded_points"),
                row.longValue("refunded_minor"));
    }
}
