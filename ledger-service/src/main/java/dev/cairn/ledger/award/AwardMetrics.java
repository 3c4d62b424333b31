package dev.cairn.ledger.award;

import dev.cairn.kit.db.Tx;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;

/** Counts what revisions of awards did, once it is committed. */
@Startup
@ApplicationScoped
class AwardMetrics {
    static final String AWARDS = "cairn_ledger_awards";

    /** What a revision did. */
    enum Effect {
        /** Points moved. */
        POSTED,
        /** It was new, but no points had to move. */
        UNCHANGED,
        /** It, or a newer one, was known already. */
        STALE;

        private String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final MeterRegistry metrics;

    AwardMetrics(MeterRegistry metrics) {
        this.metrics = metrics;
        for (var effect : Effect.values()) {
            awards(effect);
        }
    }

    void countAfterCommit(Tx tx, List<Effect> effects) {
        tx.afterCommit(() -> effects.forEach(effect -> awards(effect).increment()));
    }

    private Counter awards(Effect effect) {
        return Counter.builder(AWARDS)
                .description("Revisions of awards, by whether they moved points")
                .tag("outcome", effect.label())
                .register(metrics);
    }
}
