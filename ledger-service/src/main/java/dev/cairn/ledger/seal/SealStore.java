package dev.cairn.ledger.seal;

import dev.cairn.kit.db.Row;
import dev.cairn.kit.db.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Seals, and which postings they cover. */
@ApplicationScoped
class SealStore {
    private record Count(long seal, long postings) {}

    /** Whether this transaction may seal; nobody else does until it ends. */
    boolean claim(Tx tx) {
        return tx.first(
                        "SELECT pg_try_advisory_xact_lock(hashtext('seal')) AS mine",
                        row -> row.bool("mine"))
                .orElseThrow();
    }

    Optional<Seal> newest(Tx tx) {
        return list(tx, Long.MAX_VALUE, 1).stream().findFirst();
    }

    Optional<LocalDate> firstDayOfJournal(Tx tx, ZoneId zone) {
        return tx
                .query(
                        """
                        SELECT (min(recorded_at) AT TIME ZONE ?)::date AS day
                        FROM posting
                        HAVING count(*) > 0
                        """,
                        row -> row.date("day"),
                        zone.getId())
                .stream()
                .findFirst();
    }

    /**
     * The last day of which no posting can be open any more: its end lies an hour before a seal was
     * made, in real time, and no transaction of the service lasts that long.
     */
    Optional<LocalDate> lastSettledDay(Tx tx) {
        return tx.first(
                """
                SELECT day
                FROM seal
                WHERE made_at <= (SELECT max(made_at) FROM seal) - interval '1 hour'
                ORDER BY number DESC
                LIMIT 1
                """,
                row -> row.date("day"));
    }

    /**
     * Puts every posting that was recorded before {@code end} and is under no seal yet under the
     * seal of its day; those of days that are sealed already under the first one.
     *
     * @param first number of the seal of {@code from}; each following day has the next number
     * @param since no earlier posting is open
     * @return how many went under which seal
     */
    Map<Long, Long> cover(
            Tx tx, LocalDate from, long first, Instant since, Instant end, ZoneId zone) {
        var counts =
                tx.query(
                        """
                        WITH fresh AS (
                            INSERT INTO seal_posting (seal, posting_id)
                            SELECT ? + greatest((recorded_at AT TIME ZONE ?)::date - ?::date, 0), id
                            FROM posting AS p
                            WHERE recorded_at >= ? AND recorded_at < ?
                              AND NOT EXISTS (SELECT FROM seal_posting AS s
                                              WHERE s.posting_id = p.id)
                            RETURNING seal)
                        SELECT seal, count(*) AS n
                        FROM fresh
                        GROUP BY seal
                        """,
                        row -> new Count(row.longValue("seal"), row.longValue("n")),
                        first,
                        zone.getId(),
                        from,
                        since,
                        end);
        var covered = new HashMap<Long, Long>();
        counts.forEach(count -> covered.put(count.seal(), count.postings()));
        return covered;
    }

    void insert(Tx tx, Seal seal) {
        tx.update(
                """
                INSERT INTO seal (number, day, postings, previous, hash, sealed_at)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
                seal.number(),
                seal.day(),
                seal.postings(),
                seal.previous(),
                seal.hash(),
                seal.sealedAt());
    }

    Optional<Seal> find(Tx tx, LocalDate day) {
        return tx.first(
                """
                SELECT number, day, postings, previous, hash, sealed_at
                FROM seal
                WHERE day = ?
                """,
                SealStore::seal,
                day);
    }

    /** Seals before this number, newest first. */
    List<Seal> list(Tx tx, long before, int limit) {
        return tx.query(
                """
                SELECT number, day, postings, previous, hash, sealed_at
                FROM seal
                WHERE number < ?
                ORDER BY number DESC
                LIMIT ?
                """,
                SealStore::seal,
                before,
                limit);
    }

    /** Seals after this number, oldest first. */
    List<Seal> following(Tx tx, long after, int limit) {
        return tx.query(
                """
                SELECT number, day, postings, previous, hash, sealed_at
                FROM seal
                WHERE number > ?
                ORDER BY number
                LIMIT ?
                """,
                SealStore::seal,
                after,
                limit);
    }

    private static Seal seal(Row row) throws SQLException {
        return new Seal(
                row.longValue("number"),
                row.date("day"),
                row.longValue("postings"),
                row.bytes("previous"),
                row.bytes("hash"),
                row.instant("sealed_at"));
    }
}
