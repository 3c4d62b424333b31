package dev.cairn.kit.intake;

import dev.cairn.contracts.Topics;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Counts and times what is taken in, by topic; all series of this service are there at once. */
@ApplicationScoped
public class IntakeMetrics implements Intake.Tally {
    static final String RECORDS = "cairn_intake_records";
    static final String BATCH = "cairn_intake_batch";
    static final String DELAY = "cairn_intake_delay";
    static final String IN_HAND = "cairn_intake_in_hand_seconds";

    private static final List<String> OUTCOMES = List.of("handled", "unknown", "tombstone", "dead");

    /** How long things really take, whatever time the service plays. */
    private final Clock wall = Clock.systemUTC();

    private final MeterRegistry registry;
    private final List<String> topics;
    private final Map<String, Long> inHandSince = new ConcurrentHashMap<>();

    public IntakeMetrics(
            MeterRegistry registry,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.registry = registry;
        this.topics = Topics.subscribedBy(service);
    }

    void start(@Observes StartupEvent event) {
        topics.forEach(this::register);
    }

    private void register(String topic) {
        OUTCOMES.forEach(outcome -> count(topic, outcome, 0));
        batch(topic);
        delay(topic);
        Gauge.builder(IN_HAND, () -> inHand(topic))
                .description("How long the batch in hand has been handled or retried; 0 without")
                .tags("topic", topic)
                .register(registry);
    }

    void begin(String topic) {
        inHandSince.put(topic, System.nanoTime());
    }

    void end(String topic) {
        inHandSince.remove(topic);
    }

    private void count(String topic, String outcome, int records) {
        registry.counter(RECORDS, "topic", topic, "outcome", outcome).increment(records);
    }

    @Override
    public void other(ConsumerRecord<String, byte[]> origin, String outcome) {
        count(origin.topic(), outcome, 1);
    }

    @Override
    public void handled(ConsumerRecord<String, byte[]> origin) {
        count(origin.topic(), "handled", 1);
        var millis = Math.max(0, wall.millis() - origin.timestamp());
        delay(origin.topic()).record(Duration.ofMillis(millis));
    }

    Timer batch(String topic) {
        return Timer.builder(BATCH)
                .description("Database work per batch of records")
                .tags("topic", topic)
                .register(registry);
    }

    private Timer delay(String topic) {
        return Timer.builder(DELAY)
                .description("From a record's arrival at the broker until it is handled")
                .tags("topic", topic)
                .register(registry);
    }

    private double inHand(String topic) {
        var since = inHandSince.get(topic);
        return since == null ? 0 : (System.nanoTime() - since) / 1e9;
    }
}
