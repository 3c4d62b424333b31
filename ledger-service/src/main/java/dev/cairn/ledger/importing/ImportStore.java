package dev.cairn.ledger.importing;

import dev.cairn.kit.db.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Which lines were imported. */
@ApplicationScoped
class ImportStore {
    private record Known(String reference, String content) {}

    /**
     * Notes lines that are not known yet; of two imports at once, the second waits.
     *
     * @return references of those that were not
     */
    Set<String> claim(Tx tx, List<ImportRow> rows, String importedBy, Instant now) {
        var fresh =
                tx.query(
                        """
                INSERT INTO import_row (reference, content, posting_id, points, imported_by,
                                        imported_at)
                SELECT decode(reference, 'hex'), decode(content, 'hex'), posting_id, points, ?, ?
                FROM unnest(?::text[], ?::text[], ?::uuid[], ?::bigint[])
                     AS r(reference, content, posting_id, points)
                ORDER BY reference
                ON CONFLICT (reference) DO NOTHING
                RETURNING reference
                """,
                        row -> hex(row.bytes("reference")),
                        importedBy,
                        now,
                        texts(rows, ImportRow::reference),
                        texts(rows, ImportRow::content),
                        rows.stream().map(row -> ImportAlgebra.key(row).id()).toArray(UUID[]::new),
                        rows.stream().map(ImportRow::points).toArray(Long[]::new));
        return Set.copyOf(fresh);
    }

    /** Content by reference, of the lines that are known. */
    Map<String, String> known(Tx tx, List<ImportRow> rows) {
        var found =
                tx.query(
                        """
                        SELECT i.reference, i.content
                        FROM unnest(?::text[]) AS r(reference)
                        JOIN import_row AS i ON i.reference = decode(r.reference, 'hex')
                        """,
                        row -> new Known(hex(row.bytes("reference")), hex(row.bytes("content"))),
                        (Object) texts(rows, ImportRow::reference));
        var contents = new HashMap<String, String>();
        found.forEach(known -> contents.put(known.reference(), known.content()));
        return contents;
    }

    private static String[] texts(List<ImportRow> rows, Function<ImportRow, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
