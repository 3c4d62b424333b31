package dev.cairn.ledger.partner;

import dev.cairn.kit.db.Row;
import dev.cairn.kit.db.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Partners and their rates. Rates can only be added. */
@ApplicationScoped
class PartnerStore {
    private static final String PARTNERS =
            """
            SELECT id, name, client, currency, money_currency, active, monthly_budget, created_at
            FROM partner
            """;

    private record Dated(String partnerId, Rate rate) {}

    Optional<Partner> find(Tx tx, String id) {
        return partners(tx, "WHERE id = ?", id).stream().findFirst();
    }

    Optional<Partner> ofClient(Tx tx, String client) {
        return partners(tx, "WHERE client = ?", client).stream().findFirst();
    }

    List<Partner> list(Tx tx, String after, int limit) {
        return partners(tx, "WHERE id > ? ORDER BY id LIMIT ?", after, limit);
    }

    private static List<Partner> partners(Tx tx, String which, Object... arguments) {
        return withRates(tx, tx.query(PARTNERS + which, PartnerStore::partner, arguments));
    }

    /** Lets others who need the same wait until the transaction ends. */
    void lock(Tx tx, String id) {
        tx.first("SELECT id FROM partner WHERE id = ? FOR UPDATE", row -> row.text("id"), id);
    }

    void insert(Tx tx, Partner partner) {
        tx.update(
                """
                INSERT INTO partner (id, name, client, currency, money_currency, active,
                                     monthly_budget, created_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                partner.id(),
                partner.name(),
                partner.client(),
                partner.currency(),
                partner.moneyCurrency(),
                partner.active(),
                partner.monthlyBudget(),
                partner.createdAt());
    }

    void update(Tx tx, Partner partner) {
        tx.update(
                """
                UPDATE partner
                SET name = ?, client = ?, active = ?, monthly_budget = ?
                WHERE id = ?
                """,
                partner.name(),
                partner.client(),
                partner.active(),
                partner.monthlyBudget(),
                partner.id());
    }

    void add(Tx tx, String id, Collection<Rate> rates) {
        tx.update(
                """
                INSERT INTO partner_rate (partner_id, version, since, minor, points)
                SELECT ?, r.*
                FROM unnest(?::text[], ?::timestamptz[], ?::bigint[], ?::bigint[]) AS r
                """,
                id,
                rates.stream().map(Rate::version).toArray(String[]::new),
                rates.stream().map(Rate::since).toArray(Instant[]::new),
                rates.stream().map(Rate::minor).toArray(Long[]::new),
                rates.stream().map(Rate::points).toArray(Long[]::new));
    }

    /** The points that a partner's holds since then took or may still take. */
    long used(Tx tx, String id, Instant since, Instant now) {
        return tx.first(
                        """
                        SELECT coalesce(sum(CASE WHEN h.status = 'HELD' AND h.lapses_at > ?
                                                 THEN h.points ELSE h.captured END - h.refunded),
                                        0)::bigint AS used
                        FROM partner_quote AS q
                        JOIN hold AS h ON h.id = q.hold_id
                        WHERE q.partner_id = ? AND q.quoted_at >= ?::timestamptz - interval '1 day'
                          AND h.placed_at >= ?
                        """,
                        row -> row.longValue("used"),
                        now,
                        id,
                        since,
                        since)
                .orElseThrow();
    }

    private static List<Partner> withRates(Tx tx, List<Partner> partners) {
        Map<String, List<Rate>> rates = new HashMap<>();
        tx.query(
                        """
                        SELECT partner_id, version, since, minor, points
                        FROM partner_rate
                        WHERE partner_id = ANY (?)
                        ORDER BY since, version
                        """,
                        row ->
                                new Dated(
                                        row.text("partner_id"),
                                        new Rate(
                                                row.text("version"),
                                                row.instant("since"),
                                                row.longValue("minor"),
                                                row.longValue("points"))),
                        (Object) partners.stream().map(Partner::id).toArray(String[]::new))
                .forEach(
                        dated ->
                                rates.computeIfAbsent(dated.partnerId(), id -> new ArrayList<>())
                                        .add(dated.rate()));
        return partners.stream().map(p -> p.with(rates.getOrDefault(p.id(), List.of()))).toList();
    }

    private static Partner partner(Row row) throws SQLException {
        return new Partner(
                row.text("id"),
                row.text("name"),
                row.text("client"),
                row.text("currency"),
                row.text("money_currency"),
                row.bool("active"),
                row.longOrNull("monthly_budget"),
                row.instant("created_at"),
                List.of());
    }
}
