package dev.cairn.ledger.proof;

import dev.cairn.kit.db.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Results of proofs, in real time even where the service plays another. */
@ApplicationScoped
class ProofRunStore {

    /** The newest result. */
    record Run(long epochSeconds, long violations) {}

    /**
     * Whether a proof is due and this transaction may run it; nobody else does until it ends.
     *
     * @param every how old the newest result may be
     */
    boolean claim(Tx tx, Duration every) {
        return mine(tx)
                && tx.query(
                                """
                                SELECT proven_at
                                FROM proof_run
                                WHERE proven_at > clock_timestamp() - ? * interval '1 second'
                                """,
                                row -> row.instant("proven_at"),
                                every.toSeconds())
                        .isEmpty();
    }

    void add(Tx tx, List<String> failedChecks) {
        tx.update(
                """
                INSERT INTO proof_run (proven_at, failed_checks) VALUES (clock_timestamp(), ?)
                """,
                (Object) failedChecks.toArray(String[]::new));
    }

    Optional<Run> newest(Tx tx) {
        return tx.first(
                """
                SELECT extract(epoch FROM proven_at)::bigint AS at,
                       cardinality(failed_checks)::bigint AS violations
                FROM proof_run
                ORDER BY proven_at DESC
                LIMIT 1
                """,
                row -> new Run(row.longValue("at"), row.longValue("violations")));
    }

    private static boolean mine(Tx tx) {
        return tx.first(
                        "SELECT pg_try_advisory_xact_lock(hashtext('proof')) AS mine",
                        row -> row.bool("mine"))
                .orElseThrow();
    }
}
