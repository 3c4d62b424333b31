package dev.cairn.ledger.account;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Counts postings and points by kind, once they are committed. */
@Startup
@ApplicationScoped
class LedgerMetrics {
    static final String POSTINGS = "cairn_ledger_postings";
    static final String POINTS = "cairn_ledger_points";

    private final MeterRegistry metrics;

    LedgerMetrics(MeterRegistry metrics) {
        this.metrics = metrics;
        for (var kind : PostingKind.values()) {
            postings(kind);
            points(kind);
        }
    }

    void count(List<Posting> postings) {
        for (var posting : postings) {
            postings(posting.kind()).increment();
            points(posting.kind()).increment(posting.points());
        }
    }

    private Counter postings(PostingKind kind) {
        return Counter.builder(POSTINGS)
                .description("Entries of the journal, by what they did")
                .tag("kind", kind.label())
                .register(metrics);
    }

    private Counter points(PostingKind kind) {
        return Counter.builder(POINTS)
                .description("Points that entries of the journal moved; reversed: clawed back")
                .tag("kind", kind.label())
                .register(metrics);
    }
}
