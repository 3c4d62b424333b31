package dev.cairn.kit.event;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends records and waits until all in-sync replicas of the broker have them. */
@ApplicationScoped
public class EventPublisher {
    /** Only fills batches: whoever sends also flushes, and nobody waits this long. */
    private static final int LINGER_MILLIS = 100;

    private static final int BATCH_BYTES = 128 * 1024;

    private final KafkaSettings broker;
    private KafkaProducer<String, byte[]> producer;

    public EventPublisher(KafkaSettings broker) {
        this.broker = broker;
    }

    /**
     * Sends the records in order and returns when the broker has all of them.
     *
     * @throws PublishingFailed if one was not taken; some of the others may have been
     */
    public void publish(List<ProducerRecord<String, byte[]>> records) {
        try {
            var open = producer();
            var acknowledgements = records.stream().map(open::send).toList();
            open.flush();
            for (var acknowledgement : acknowledgements) {
                acknowledgement.get();
            }
        } catch (ExecutionException e) {
            throw new PublishingFailed(e.getCause());
        } catch (org.apache.kafka.common.KafkaException e) {
            throw new PublishingFailed(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PublishingFailed(e);
        }
    }

    private synchronized KafkaProducer<String, byte[]> producer() {
        if (producer == null) {
            producer =
                    new KafkaProducer<>(
                            settings(), new StringSerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    private Map<String, Object> settings() {
        return broker.with(
                Map.of(
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.LINGER_MS_CONFIG,
                        LINGER_MILLIS,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        BATCH_BYTES));
    }

    @PreDestroy
    void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(5));
        }
    }

    /** The broker did not take a record. */
    public static final class PublishingFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        PublishingFailed(Throwable cause) {
            super("the broker did not take the records: " + cause.getMessage(), cause);
        }
    }
}
