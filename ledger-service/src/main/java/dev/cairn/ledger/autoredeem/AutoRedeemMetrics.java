package dev.cairn.ledger.autoredeem;

import dev.cairn.kit.db.Tx;
import dev.cairn.ledger.autoredeem.CarryOut.Done;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts what standing orders did, once that is committed. */
@Startup
@ApplicationScoped
class AutoRedeemMetrics {
    static final String AUTO_REDEMPTIONS = "cairn_ledger_auto_redemptions";

    private final Counter redeemed;
    private final Counter blocked;
    private final Counter failed;

    AutoRedeemMetrics(MeterRegistry metrics) {
        this.redeemed = counter(metrics, "redeemed");
        this.blocked = counter(metrics, "blocked");
        this.failed = counter(metrics, "failed");
    }

    void countAfterCommit(Tx tx, Done done) {
        tx.afterCommit(
                () -> {
                    redeemed.increment(done.times());
                    blocked.increment(done.blocked().isPresent() ? 1 : 0);
                });
    }

    void countFailureAfterCommit(Tx tx) {
        tx.afterCommit(failed::increment);
    }

    private static Counter counter(MeterRegistry metrics, String outcome) {
        return Counter.builder(AUTO_REDEMPTIONS)
                .description(
                        "Redemptions that standing orders made, and looks that met an obstacle or"
                                + " failed")
                .tag("outcome", outcome)
                .register(metrics);
    }
}
