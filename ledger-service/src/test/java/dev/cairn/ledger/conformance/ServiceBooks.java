package dev.cairn.ledger.conformance;

import dev.cairn.kit.db.Database;
import dev.cairn.kit.db.Row;
import dev.cairn.kit.db.Tx;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Reads what the service wrote about the members of one case. */
final class ServiceBooks {
    private static final Map<String, String> COLUMN_OF_STATE =
            Map.ofEntries(
                    Map.entry("active", "active"),
                    Map.entry("pending", "pending"),
                    Map.entry("held", "held"),
                    Map.entry("arrears", "arrears"),
                    Map.entry("redeemed", "spent"),
                    Map.entry("expired", "expired"),
                    Map.entry("adjusted", "adjusted"),
                    Map.entry("transferred", "transferred"),
                    Map.entry("converted", "converted"),
                    Map.entry("written-off", "written_off"));

    private final Database database;
    private final ServiceNames names;
    private final Map<UUID, String> lotNames = new HashMap<>();

    ServiceBooks(Database database, ServiceNames names) {
        this.database = database;
        this.names = names;
    }

    private record PostingRow(
            UUID id, String account, String kind, long points, Instant occurredAt) {}

    private record Moved(UUID posting, String what, String use, long amount) {}

    private record Named<T>(String name, T value) {}

    /**
     * Reads them.
     *
     * @param cause the name of what new lots without an award came from
     */
    Books read(String cause) {
        return database.read(
                tx -> {
                    var lots = lots(tx, cause);
                    return new Books(journal(tx), balances(tx), lots);
                });
    }

    private Map<String, Books.LotSeen> lots(Tx tx, String cause) {
        var found =
                tx.query(
                        """
                        SELECT id, source, award_id, member_id, currency, earned, remaining, held,
                               expired, pending, earned_at, active_from, expires_at, priority
                        FROM lot
                        WHERE member_id = ANY (?)
                        """,
                        row -> lot(row, cause),
                        (Object) names.memberIds());
        var lots = new LinkedHashMap<String, Books.LotSeen>();
        found.forEach(lot -> lots.put(lot.name(), lot.value()));
        return lots;
    }

    private Named<Books.LotSeen> lot(Row row, String cause) throws SQLException {
        var award = row.textOrNull("award_id");
        var own = row.text("source").equals("AWARD");
        var id = row.uuid("id");
        if (!lotNames.containsKey(id)) {
            lotNames.put(
                    id,
                    own
                            ? Names.unlessTaken(award, account(row), lotNames.values())
                            : award == null ? cause : cause + "/" + award);
        }
        return new Named<>(
                lotNames.get(id),
                new Books.LotSeen(
                        account(row),
                        row.longValue("earned"),
                        row.longValue("remaining"),
                        row.longValue("held"),
                        row.longValue("expired"),
                        row.bool("pending"),
                        LaterCentury.original(row.instant("earned_at")),
                        LaterCentury.original(row.instantOrNull("active_from")),
                        LaterCentury.original(row.instantOrNull("expires_at")),
                        row.intValue("priority")));
    }

    private Map<String, Map<String, Long>> balances(Tx tx) {
        var found =
                tx.query(
                        """
                        SELECT member_id, currency, active, pending, held, arrears, spent, expired,
                               earned_base + earned_bonus AS earned,
                               clawed_base + clawed_bonus AS clawed, adjusted, transferred,
                               converted, written_off
                        FROM balance
                        WHERE member_id = ANY (?)
                        """,
                        row -> new Named<>(account(row), states(row)),
                        (Object) names.memberIds());
        var balances = new LinkedHashMap<String, Map<String, Long>>();
        found.forEach(balance -> balances.put(balance.name(), balance.value()));
        return balances;
    }

    private static Map<String, Long> states(Row row) throws SQLException {
        var states = new LinkedHashMap<String, Long>();
        for (var state : COLUMN_OF_STATE.entrySet()) {
            states.put(state.getKey(), row.longValue(state.getValue()));
        }
        states.put("issued", row.longValue("earned"));
        states.put("reversed", row.longValue("clawed"));
        return states;
    }

    private List<Case.Posting> journal(Tx tx) {
        var postings =
                tx.query(
                        """
                        SELECT id, member_id, currency, kind, points, occurred_at
                        FROM posting
                        WHERE member_id = ANY (?)
                        ORDER BY member_id, currency, version
                        """,
                        row ->
                                new PostingRow(
                                        row.uuid("id"),
                                        account(row),
                                        label(row.text("kind")),
                                        row.longValue("points"),
                                        LaterCentury.original(row.instant("occurred_at"))),
                        (Object) names.memberIds());
        var ids = postings.stream().map(PostingRow::id).toArray(UUID[]::new);
        var pots = pots(tx, ids);
        var uses = uses(tx, ids);
        var journal = new ArrayList<Case.Posting>();
        for (var posting : postings) {
            journal.add(
                    new Case.Posting(
                            posting.account(),
                            posting.kind(),
                            posting.points(),
                            pots.get(posting.id()),
                            uses.get(posting.id()),
                            posting.occurredAt()));
        }
        return journal;
    }

    private Map<UUID, Map<String, Long>> pots(Tx tx, UUID[] ids) {
        var pots = new HashMap<UUID, Map<String, Long>>();
        tx.query(
                        "SELECT posting_id, pot, amount FROM entry WHERE posting_id = ANY (?)",
                        row ->
                                new Moved(
                                        row.uuid("posting_id"),
                                        label(row.text("pot")),
                                        null,
                                        row.longValue("amount")),
                        (Object) ids)
                .forEach(
                        moved ->
                                pots.computeIfAbsent(moved.posting(), id -> new TreeMap<>())
                                        .put(moved.what(), moved.amount()));
        return pots;
    }

    private Map<UUID, Map<String, Map<String, Long>>> uses(Tx tx, UUID[] ids) {
        var uses = new HashMap<UUID, Map<String, Map<String, Long>>>();
        tx.query(
                        """
                        SELECT posting_id, lot_id, kind, amount
                        FROM lot_use
                        WHERE posting_id = ANY (?)
                        """,
                        row ->
                                new Moved(
                                        row.uuid("posting_id"),
                                        lotNames.get(row.uuid("lot_id")),
                                        label(row.text("kind")),
                                        row.longValue("amount")),
                        (Object) ids)
                .forEach(
                        moved ->
                                uses.computeIfAbsent(moved.posting(), id -> new TreeMap<>())
                                        .computeIfAbsent(moved.what(), lot -> new TreeMap<>())
                                        .put(moved.use(), moved.amount()));
        return uses;
    }

    private String account(Row row) throws SQLException {
        return names.account(row.text("member_id"), row.text("currency"));
    }

    private static String label(String constant) {
        return constant.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
