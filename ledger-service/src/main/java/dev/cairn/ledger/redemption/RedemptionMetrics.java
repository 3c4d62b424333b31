package dev.cairn.ledger.redemption;

import dev.cairn.kit.db.Tx;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts wishes that were answered, once that is committed; a repeated wish counts once. */
@Startup
@ApplicationScoped
class RedemptionMetrics {
    static final String REDEMPTIONS = "cairn_ledger_redemptions";

    private final Counter accepted;
    private final Counter refused;

    RedemptionMetrics(MeterRegistry metrics) {
        this.accepted = redemptions(metrics, "accepted");
        this.refused = redemptions(metrics, "refused");
    }

    void countAfterCommit(Tx tx, RedeemReward.Outcome outcome) {
        var counter =
                switch (outcome) {
                    case RedeemReward.Outcome.Redeemed redeemed -> accepted;
                    case RedeemReward.Outcome.Refused no -> refused;
                };
        tx.afterCommit(counter::increment);
    }

    private static Counter redemptions(MeterRegistry metrics, String outcome) {
        return Counter.builder(REDEMPTIONS)
                .description("Wishes for a reward, by answer")
                .tag("outcome", outcome)
                .register(metrics);
    }
}
