package dev.cairn.ledger.partner;

import dev.cairn.kit.db.Row;
import dev.cairn.kit.db.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;

/**
 * What is settled with partners. Lines can only be added; what partners called the purchase stands
 * with its hold, where it can be forgotten.
 */
@ApplicationScoped
class LineStore {

    void insert(Tx tx, Line line) {
        tx.update(
                """
                INSERT INTO partner_line (id, partner_id, hold_id, kind, points, amount_minor, day,
                                          at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                line.id(),
                line.partnerId(),
                line.hold(),
                line.what(),
                line.points(),
                line.amountMinor(),
                line.day(),
                line.at());
    }

    /** A settlement's lines after this place, in the order in which they were written. */
    List<Line> list(Tx tx, String partnerId, long number, long after, int limit) {
        return tx.query(
                """
                SELECT l.id, l.place, l.partner_id, l.hold_id, h.reference, l.kind, l.points,
                       l.amount_minor, l.day, l.at
                FROM settlement_line AS s
                JOIN partner_line AS l ON l.id = s.line_id
                JOIN hold AS h ON h.id = l.hold_id
                WHERE s.partner_id = ? AND s.number = ? AND l.place > ?
                ORDER BY l.place
                LIMIT ?
                """,
                LineStore::line,
                partnerId,
                number,
                after,
                limit);
    }

    private static Line line(Row row) throws SQLException {
        return new Line(
                row.uuid("id"),
                row.longValue("place"),
                row.text("partner_id"),
                row.uuid("hold_id"),
                row.text("reference"),
                Line.Kind.valueOf(row.text("kind")),
                row.longValue("points"),
                row.longValue("amount_minor"),
                row.date("day"),
                row.instant("at"));
    }
}
