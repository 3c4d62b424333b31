package dev.cairn.kit.intake;

import dev.cairn.contracts.Topics;
import dev.cairn.kit.event.Header;
import dev.cairn.kit.event.KafkaSettings;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Hands dead letters to their handlers once more, after what was wrong has been mended. Each comes
 * as it was first received; one that fails again is a new dead letter, behind those of this run.
 */
@ApplicationScoped
public class RedriveDeadLetters {
    static final String REDRIVEN = "cairn_dead_letters_redriven";

    /** How many letters are looked at for their reasons. */
    private static final int LOOK_AT = 10_000;

    private final Intake intake;
    private final KafkaSettings broker;
    private final MeterRegistry metrics;
    private final String service;
    private final Semaphore one = new Semaphore(1);

    public RedriveDeadLetters(
            Intake intake,
            KafkaSettings broker,
            MeterRegistry metrics,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.intake = intake;
        this.broker = broker;
        this.metrics = metrics;
        this.service = service;
    }

    /** How a re-drive ended. */
    public sealed interface Outcome {
        /** All letters that waited were handed over. */
        record Redriven(String topic, long handled, long dead) implements Outcome {}

        /** The service does not listen to this topic. */
        record UnknownTopic(Set<String> known) implements Outcome {}

        /** Another re-drive is under way here. */
        record Busy() implements Outcome {}
    }

    /** What waits for a topic, with the reasons of the first letters. */
    public record Waiting(String topic, long waiting, Map<String, Long> reasons) {}

    void start(@Observes StartupEvent event) {
        for (var topic : Topics.subscribedBy(service)) {
            counter(topic, "handled");
            counter(topic, "dead");
        }
    }

    /** The topics that this service listens to. */
    public Set<String> topics() {
        return intake.topics();
    }

    /** What waits, without touching it. */
    public Waiting waiting(String topic) {
        try (var letters = letters(topic)) {
            var waiting = letters.count();
            var reasons = new TreeMap<String, Long>();
            var seen = 0;
            for (var read = letters.read(); !read.isEmpty(); read = letters.read()) {
                for (var letter : read) {
                    var reason = Header.read(letter.headers(), Header.DEAD_LETTER_REASON);
                    reasons.merge(reason == null ? "unknown" : reason, 1L, Long::sum);
                }
                seen += read.size();
                if (seen >= LOOK_AT) {
                    break;
                }
            }
            return new Waiting(topic, waiting, reasons);
        }
    }

    /** Hands over all that waits for a topic. */
    public Outcome redrive(String topic) {
        var subscription = intake.subscription(topic);
        if (subscription.isEmpty()) {
            return new Outcome.UnknownTopic(topics());
        }
        if (!one.tryAcquire()) {
            return new Outcome.Busy();
        }
        try (var letters = letters(topic)) {
            return handOver(letters, subscription.get());
        } finally {
            one.release();
        }
    }

    private Outcome handOver(WaitingLetters letters, Subscription to) {
        var count = new Count();
        for (var read = letters.read(); !read.isEmpty(); read = letters.read()) {
            var originals = read.stream().map(RedriveDeadLetters::original).toList();
            intake.handle(originals, to.handler(), count);
            letters.settle();
        }
        var redriven = new Outcome.Redriven(to.topic(), count.handled.get(), count.dead.get());
        Log.infof(
                "dead letters redriven: topic=%s handled=%d dead=%d",
                redriven.topic(), redriven.handled(), redriven.dead());
        return redriven;
    }

    /** What became of the letters of one run. */
    private final class Count implements Intake.Tally {
        private final AtomicLong handled = new AtomicLong();
        private final AtomicLong dead = new AtomicLong();

        @Override
        public void handled(ConsumerRecord<String, byte[]> record) {
            handled.incrementAndGet();
            counter(record.topic(), "handled").increment();
        }

        @Override
        public void other(ConsumerRecord<String, byte[]> record, String outcome) {
            if (outcome.equals("dead")) {
                dead.incrementAndGet();
                counter(record.topic(), "dead").increment();
            } else {
                handled(record);
            }
        }
    }

    private Counter counter(String topic, String outcome) {
        return Counter.builder(REDRIVEN)
                .description("Dead letters that were handed to their handler again")
                .tags("topic", topic, "outcome", outcome)
                .register(metrics);
    }

    private WaitingLetters letters(String topic) {
        return new WaitingLetters(
                broker.with(
                        Map.of(
                                ConsumerConfig.GROUP_ID_CONFIG,
                                service + ".redrive",
                                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                                "earliest",
                                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                                false,
                                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                                15_000)),
                Topics.deadLetters(topic, service));
    }

    /** The record as it was before it was set aside. */
    private static ConsumerRecord<String, byte[]> original(ConsumerRecord<String, byte[]> letter) {
        var headers = new RecordHeaders();
        for (var header : letter.headers()) {
            if (!header.key().startsWith(Header.DEAD_LETTER)) {
                headers.add(header);
            }
        }
        var topic = Header.read(letter.headers(), Header.DEAD_LETTER_TOPIC);
        var partition = Header.read(letter.headers(), Header.DEAD_LETTER_PARTITION);
        var offset = Header.read(letter.headers(), Header.DEAD_LETTER_OFFSET);
        return new ConsumerRecord<>(
                topic,
                Integer.parseInt(partition),
                Long.parseLong(offset),
                letter.timestamp(),
                TimestampType.CREATE_TIME,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                letter.key(),
                letter.value(),
                headers,
                letter.leaderEpoch());
    }
}
