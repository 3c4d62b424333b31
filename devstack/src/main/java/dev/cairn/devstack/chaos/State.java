package dev.cairn.devstack.chaos;

import dev.cairn.devstack.chaos.oracle.Account;
import dev.cairn.devstack.chaos.oracle.Birth;
import dev.cairn.devstack.chaos.oracle.Change;
import dev.cairn.devstack.chaos.oracle.Holding;
import dev.cairn.devstack.chaos.oracle.Kind;
import dev.cairn.devstack.chaos.oracle.Line;
import dev.cairn.devstack.chaos.oracle.Part;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** What the ledger's tables say about an account. */
final class State {

    private final Connection connection;

    State(Connection connection) {
        this.connection = connection;
    }

    List<Line> journal(Account account) throws SQLException {
        return rows(
                """
                SELECT id, version, kind, points, balance_after,
                       coalesce(award_id, redemption_id::text, reference_id::text, '') AS about, recorded_at
                FROM posting
                WHERE member_id = ? AND currency = ?
                ORDER BY version
                """,
                account,
                row ->
                        new Line(
                                row.getString("id"),
                                row.getLong("version"),
                                new Change(
                                        Kind.valueOf(row.getString("kind")),
                                        row.getLong("points"),
                                        row.getLong("balance_after"),
                                        row.getString("about")),
                                instant(row, "recorded_at")));
    }

    Holding holding(Account account) throws SQLException {
        Map<String, Boolean> redemptions = new TreeMap<>();
        rows(
                """
                SELECT id, status = 'CANCELLED' AS cancelled
                FROM redemption
                WHERE member_id = ? AND currency = ?
                """,
                account,
                row -> redemptions.put(row.getString("id"), row.getBoolean("cancelled")));
        return new Holding(
                figures(account), lots(account), worth(account), redemptions, deeds(account));
    }

    private Map<String, Long> figures(Account account) throws SQLException {
        Map<String, Long> figures = new LinkedHashMap<>(Holding.NOTHING.figures());
        rows(
                "SELECT * FROM balance WHERE member_id = ? AND currency = ?",
                account,
                row -> {
                    for (String figure : Holding.NOTHING.figures().keySet()) {
                        figures.put(figure, row.getLong(figure));
                    }
                    return figures;
                });
        return figures;
    }

    private Map<String, Holding.Rest> lots(Account account) throws SQLException {
        Map<String, Holding.Rest> lots = new TreeMap<>();
        rows(
                """
                SELECT id, coalesce(award_id, '') AS award, earned_at, expires_at, earned, remaining,
                       held, expired, pending
                FROM lot
                WHERE member_id = ? AND currency = ?
                """,
                account,
                row ->
                        lots.put(
                                row.getString("id"),
                                new Holding.Rest(
                                        row.getString("award"),
                                        instant(row, "earned_at"),
                                        instant(row, "expires_at"),
                                        row.getLong("earned"),
                                        row.getLong("remaining"),
                                        row.getLong("held"),
                                        row.getLong("expired"),
                                        row.getBoolean("pending"))));
        return lots;
    }

    private Map<String, Holding.Worth> worth(Account account) throws SQLException {
        Map<String, Holding.Worth> worth = new TreeMap<>();
        rows(
                """
                SELECT award_id, points, paid
                FROM award_register
                WHERE member_id = ? AND currency = ?
                """,
                account,
                row ->
                        worth.put(
                                row.getString("award_id"),
                                new Holding.Worth(row.getLong("points"), row.getLong("paid"))));
        return worth;
    }

    private Map<String, String> deeds(Account account) throws SQLException {
        Map<String, String> deeds = new TreeMap<>();
        rows(
                """
                SELECT id, status, points, captured, refunded, lapses_at
                FROM hold
                WHERE member_id = ? AND currency = ?
                """,
                account,
                row ->
                        deeds.put(
                                row.getString("id"),
                                Holding.hold(
                                        row.getString("status"),
                                        row.getLong("points"),
                                        row.getLong("captured"),
                                        row.getLong("refunded"),
                                        instant(row, "lapses_at"))));
        rows(
                "SELECT id, status, points FROM adjustment WHERE member_id = ? AND currency = ?",
                account,
                row ->
                        deeds.put(
                                row.getString("id"),
                                Holding.adjustment(
                                        row.getString("status"), row.getLong("points"))));
        return deeds;
    }

    /** How lots are called: those of awards, and those into which something came from elsewhere. */
    List<Birth> births(Account account) throws SQLException {
        List<Birth> births = new ArrayList<>();
        births.addAll(
                births(
                        """
                        SELECT id, award_id AS cause, award_id AS award, earned_at, expires_at,
                               earned AS points
                        FROM lot
                        WHERE member_id = ? AND currency = ? AND source = 'AWARD'
                        """,
                        account));
        births.addAll(
                births(
                        """
                        SELECT l.id, p.reference_id::text AS cause, coalesce(l.award_id, '') AS award,
                               l.earned_at, l.expires_at, -u.amount AS points
                        FROM posting AS p
                        JOIN lot_use AS u ON u.posting_id = p.id AND u.kind = 'RECEIVED'
                        JOIN lot AS l ON l.id = u.lot_id
                        WHERE p.member_id = ? AND p.currency = ?
                        """,
                        account));
        return births;
    }

    private List<Birth> births(String sql, Account account) throws SQLException {
        return rows(
                sql,
                account,
                row ->
                        new Birth(
                                row.getObject("id", UUID.class),
                                row.getString("cause"),
                                new Part(
                                        row.getString("award"),
                                        instant(row, "earned_at"),
                                        instant(row, "expires_at"),
                                        row.getLong("points"))));
    }

    /** Reads one value of a row. */
    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> List<T> rows(String sql, Account account, Reading<T> reading) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, account.member());
            statement.setString(2, account.currency());
            try (ResultSet rows = statement.executeQuery()) {
                List<T> all = new ArrayList<>();
                while (rows.next()) {
                    all.add(reading.of(rows));
                }
                return all;
            }
        }
    }

    /** Null where there is none. */
    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
