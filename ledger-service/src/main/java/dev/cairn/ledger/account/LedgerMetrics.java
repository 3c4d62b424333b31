package dev.cairn.ledger.account;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Counts postings and points by kind, once they are committed. */
@ApplicationScoped
class LedgerMetrics {
    static final String POSTINGS = "cairn_ledger_postings";
    static final String POINTS = "cairn_ledger_points";

    private final MeterRegistry metrics;

    LedgerMetrics(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    void count(List<Posting> postings) {
        for (var posting : postings) {
            var kind = posting.kind().label();
            metrics.counter(POSTINGS, "kind", kind).increment();
            metrics.counter(POINTS, "kind", kind).increment(posting.points());
        }
    }
}
