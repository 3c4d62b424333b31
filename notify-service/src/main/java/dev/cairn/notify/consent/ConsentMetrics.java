package dev.cairn.notify.consent;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts what members newly agree to and refuse, once it is committed. */
@Startup
@ApplicationScoped
public class ConsentMetrics {
    static final String CONSENTS = "cairn_notify_consents";

    private final Counter granted;
    private final Counter withdrawn;

    public ConsentMetrics(MeterRegistry registry) {
        this.granted = changes("granted", registry);
        this.withdrawn = changes("withdrawn", registry);
    }

    void count(Answer answer) {
        (answer.granted() ? granted : withdrawn).increment();
    }

    private static Counter changes(String change, MeterRegistry registry) {
        return Counter.builder(CONSENTS)
                .description(
                        "Answers that changed what a member agreed to; a first no counts as"
                                + " withdrawn, the same answer again not at all")
                .tag("change", change)
                .register(registry);
    }
}
