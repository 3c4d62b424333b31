package dev.cairn.kit.intake;

import dev.cairn.contracts.Topics;
import dev.cairn.kit.event.EventPublisher;
import dev.cairn.kit.event.Header;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keeps records that cannot be handled, as they were received, with the reason in headers. */
@ApplicationScoped
public class DeadLetters {
    private final EventPublisher publisher;
    private final String consumer;

    public DeadLetters(
            EventPublisher publisher,
            @ConfigProperty(name = "quarkus.application.name") String consumer) {
        this.publisher = publisher;
        this.consumer = consumer;
    }

    void add(ConsumerRecord<String, byte[]> origin, String reason) {
        var topic = Topics.deadLetters(origin.topic(), consumer);
        var letter = new ProducerRecord<>(topic, origin.key(), origin.value());
        origin.headers().forEach(letter.headers()::add);
        Header.write(letter.headers(), Header.DEAD_LETTER_REASON, reason);
        Header.write(letter.headers(), Header.DEAD_LETTER_TOPIC, origin.topic());
        Header.write(
                letter.headers(), Header.DEAD_LETTER_PARTITION, String.valueOf(origin.partition()));
        Header.write(letter.headers(), Header.DEAD_LETTER_OFFSET, String.valueOf(origin.offset()));
        publisher.publish(List.of(letter));
        Log.warnf(
                "dead letter: topic=%s partition=%d offset=%d reason=%s",
                origin.topic(), origin.partition(), origin.offset(), reason);
    }
}
