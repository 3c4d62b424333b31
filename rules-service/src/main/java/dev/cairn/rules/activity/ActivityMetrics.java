package dev.cairn.rules.activity;

import dev.cairn.contracts.ActivityEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Counts activities by what became of them, once that is committed. */
@Startup
@ApplicationScoped
class ActivityMetrics {
    static final String ACTIVITIES = "cairn_rules_activities";

    private static final List<String> TYPES = List.of("recorded", "returned", "voided");
    private static final String UNREADABLE = "unreadable";
    private static final String ACCEPTED = "accepted";
    private static final String DUPLICATE = "duplicate";
    private static final String REFUSED = "refused";

    private final MeterRegistry metrics;

    ActivityMetrics(MeterRegistry metrics) {
        this.metrics = metrics;
        for (var type : TYPES) {
            List.of(ACCEPTED, DUPLICATE, REFUSED).forEach(outcome -> activities(type, outcome));
        }
        activities(UNREADABLE, REFUSED);
    }

    /** An item was reported to this service. */
    void reported(Reading item, Verdict verdict) {
        activities(type(item), outcome(verdict)).increment();
    }

    /** The topic brought an activity that was new. */
    void heard(ActivityEvent event) {
        activities(type(event), ACCEPTED).increment();
    }

    private static String type(Reading item) {
        return switch (item) {
            case Reading.Activity activity -> type(activity.event());
            case Reading.Unreadable bad -> UNREADABLE;
        };
    }

    private static String type(ActivityEvent event) {
        return switch (event) {
            case ActivityEvent.ActivityRecorded recorded -> "recorded";
            case ActivityEvent.ActivityReturned returned -> "returned";
            case ActivityEvent.ActivityVoided voided -> "voided";
        };
    }

    private static String outcome(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Accepted accepted -> ACCEPTED;
            case Verdict.Duplicate duplicate -> DUPLICATE;
            case Verdict.Refused refused -> REFUSED;
        };
    }

    private Counter activities(String type, String outcome) {
        return Counter.builder(ACTIVITIES)
                .description("Activities that were reported or heard of, by what became of them")
                .tag("type", type)
                .tag("outcome", outcome)
                .register(metrics);
    }
}
