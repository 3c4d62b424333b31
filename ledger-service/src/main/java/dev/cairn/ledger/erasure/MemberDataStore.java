package dev.cairn.ledger.erasure;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.kit.db.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Reads all that is kept of a member: the rows of every table that names members, by the database's
 * own list of them, so that no feature can be forgotten. Views tell nothing that the tables do not.
 */
@ApplicationScoped
class MemberDataStore {
    private record Place(String table, String column) {}

    /** Rows by table. */
    Map<String, List<JsonNode>> everythingOf(Tx tx, Collection<String> members) {
        var found = new TreeMap<String, List<JsonNode>>();
        for (var place : places(tx)) {
            var rows = rows(tx, place, members);
            if (!rows.isEmpty()) {
                found.merge(place.table(), rows, MemberDataStore::both);
            }
        }
        return found;
    }

    /** Columns that hold members' ids; names come quoted. */
    private static List<Place> places(Tx tx) {
        return tx.query(
                """
                SELECT quote_ident(table_name) AS tab, quote_ident(column_name) AS col
                FROM information_schema.columns
                JOIN information_schema.tables USING (table_catalog, table_schema, table_name)
                WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'
                  AND (column_name ~ '(^|_)member(_id)?$'
                       OR (table_name = 'idempotency' AND column_name = 'caller'))
                ORDER BY table_name, column_name
                """,
                row -> new Place(row.text("tab"), row.text("col")));
    }

    private static List<JsonNode> rows(Tx tx, Place place, Collection<String> members) {
        return tx.query(
                "SELECT to_jsonb(t)::text AS data FROM %s AS t WHERE t.%s = ANY (?)"
                        .formatted(place.table(), place.column()),
                row -> row.json("data", JsonNode.class),
                (Object) members.toArray(String[]::new));
    }

    private static List<JsonNode> both(List<JsonNode> some, List<JsonNode> others) {
        return Stream.concat(some.stream(), others.stream()).distinct().toList();
    }
}
