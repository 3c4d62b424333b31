package dev.cairn.ledger.proof;

import dev.cairn.kit.db.Database;
import dev.cairn.kit.measure.Gauges;
import dev.cairn.kit.measure.Measured;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells what the newest proof found, and when that was. */
@ApplicationScoped
class ProofMeasured implements Measured {
    static final String VIOLATIONS = "cairn_ledger_proof_violations";
    static final String LAST = "cairn_ledger_proof_last_timestamp_seconds";

    private final Database database;
    private final ProofRunStore runs;

    ProofMeasured(Database database, ProofRunStore runs) {
        this.database = database;
        this.runs = runs;
    }

    @Override
    public void measure(Gauges gauges) {
        database.read(runs::newest)
                .ifPresent(
                        run -> {
                            gauges.set(
                                    VIOLATIONS,
                                    "Checks that failed in the newest proof; 0 is right",
                                    run.violations());
                            gauges.set(LAST, "When the newest proof ended", run.epochSeconds());
                        });
    }
}
