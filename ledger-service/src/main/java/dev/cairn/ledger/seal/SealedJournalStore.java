package dev.cairn.ledger.seal;

import dev.cairn.kit.db.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads the journal's lines under a seal, each in the order in which it is hashed. */
@ApplicationScoped
class SealedJournalStore {

    /** A line with its fields. */
    private record Line(UUID posting, Object[] fields) {}

    /** Some postings with their lines, by ascending id. */
    record Lines(List<Line> postings, Map<UUID, List<Line>> entries, Map<UUID, List<Line>> uses) {

        int size() {
            return postings.size();
        }

        Optional<UUID> last() {
            return postings.isEmpty()
                    ? Optional.empty()
                    : Optional.of(postings.getLast().posting());
        }

        void addTo(SealedLines sealed) {
            for (var posting : postings) {
                sealed.add(posting.fields());
                entries.getOrDefault(posting.posting(), List.of())
                        .forEach(line -> sealed.add(line.fields()));
                uses.getOrDefault(posting.posting(), List.of())
                        .forEach(line -> sealed.add(line.fields()));
            }
        }
    }

    /** The next postings after this id; as the database orders ids, not as Java does. */
    Lines page(Tx tx, long seal, UUID after, int limit) {
        var postings = postings(tx, seal, after, limit);
        var ids = postings.stream().map(Line::posting).toArray(UUID[]::new);
        return new Lines(postings, byPosting(entries(tx, ids)), byPosting(uses(tx, ids)));
    }

    private static List<Line> postings(Tx tx, long seal, UUID after, int limit) {
        return tx.query(
                """
                SELECT p.id, key, member_id, currency, version, kind, points, balance_after,
                       award_id, category, redemption_id, reference_id, reason, occurred_at,
                       recorded_at
                FROM (SELECT posting_id
                      FROM seal_posting
                      WHERE seal = ? AND posting_id > ?
                      ORDER BY posting_id
                      LIMIT ?) AS s
                JOIN posting AS p ON p.id = s.posting_id
                ORDER BY p.id
                """,
                row ->
                        new Line(
                                row.uuid("id"),
                                new Object[] {
                                    "posting",
                                    row.uuid("id"),
                                    row.text("key"),
                                    row.text("member_id"),
                                    row.text("currency"),
                                    row.longValue("version"),
                                    row.text("kind"),
                                    row.longValue("points"),
                                    row.longValue("balance_after"),
                                    row.textOrNull("award_id"),
                                    row.textOrNull("category"),
                                    row.textOrNull("redemption_id"),
                                    row.textOrNull("reference_id"),
                                    row.textOrNull("reason"),
                                    row.instant("occurred_at"),
                                    row.instant("recorded_at")
                                }),
                seal,
                after,
                limit);
    }

    private static List<Line> entries(Tx tx, UUID[] ids) {
        return tx.query(
                """
                SELECT posting_id, pot, member_id, currency, amount
                FROM entry
                WHERE posting_id = ANY (?)
                ORDER BY posting_id, pot COLLATE "C"
                """,
                row ->
                        new Line(
                                row.uuid("posting_id"),
                                new Object[] {
                                    "entry",
                                    row.text("pot"),
                                    row.textOrNull("member_id"),
                                    row.text("currency"),
                                    row.longValue("amount")
                                }),
                (Object) ids);
    }

    private static List<Line> uses(Tx tx, UUID[] ids) {
        return tx.query(
                """
                SELECT posting_id, lot_id, kind, amount
                FROM lot_use
                WHERE posting_id = ANY (?)
                ORDER BY posting_id, lot_id, kind COLLATE "C"
                """,
                row ->
                        new Line(
                                row.uuid("posting_id"),
                                new Object[] {
                                    "use",
                                    row.uuid("lot_id"),
                                    row.text("kind"),
                                    row.longValue("amount")
                                }),
                (Object) ids);
    }

    private static Map<UUID, List<Line>> byPosting(List<Line> lines) {
        return lines.stream().collect(Collectors.groupingBy(Line::posting));
    }
}
