package dev.cairn.kit.event;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.Config;

/** Sends records and waits until all in-sync replicas of the broker have them. */
@ApplicationScoped
public class EventPublisher {
    private final Config config;
    private KafkaProducer<String, byte[]> producer;

    public EventPublisher(Config config) {
        this.config = config;
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

    /** All {@code kafka.*} keys of the configuration reach the producer, as SmallRye does it. */
    private Map<String, Object> settings() {
        var settings = new HashMap<String, Object>();
        for (var name : config.getPropertyNames()) {
            if (name.startsWith("kafka.")) {
                settings.put(
                        name.substring("kafka.".length()), config.getValue(name, String.class));
            }
        }
        settings.put(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                config.getValue("kafka.bootstrap.servers", String.class));
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        return settings;
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
