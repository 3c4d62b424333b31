package dev.cairn.ledger.proof;

import dev.cairn.kit.db.Database;
import dev.cairn.kit.db.Tx;
import dev.cairn.ledger.proof.Proof.Finding;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;

/** Proves the ledger again and again, so that nobody has to think of asking. */
@ApplicationScoped
class ProofWatch {
    private final Database database;
    private final ProofStore store;
    private final ProofRunStore runs;
    private final ProofConfig config;

    ProofWatch(Database database, ProofStore store, ProofRunStore runs, ProofConfig config) {
        this.database = database;
        this.store = store;
        this.runs = runs;
        this.config = config;
    }

    /** Runs a proof if the newest result, of any replica, is too old. */
    @Scheduled(every = "30s", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void proveIfDue() {
        database.transact(
                tx -> {
                    if (runs.claim(tx, config.every())) {
                        prove(tx);
                    }
                });
    }

    private void prove(Tx tx) {
        var failed =
                store.findings(tx, false).stream()
                        .filter(finding -> !finding.holds())
                        .map(Finding::name)
                        .toList();
        runs.add(tx, failed);
        if (!failed.isEmpty()) {
            Log.errorf("the ledger contradicts itself: failedChecks=%s", failed);
        }
    }
}
