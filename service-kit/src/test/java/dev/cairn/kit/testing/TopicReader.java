package dev.cairn.kit.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a topic from its beginning, for tests that look at what was published. */
public final class TopicReader {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private TopicReader() {}

    /**
     * The records of one member, as soon as there are enough of them.
     *
     * @throws AssertionError if there are fewer after twenty seconds
     */
    public static List<ConsumerRecord<String, byte[]>> read(
            String bootstrap, String topic, String member, int enough) {
        var settings =
                Map.<String, Object>of(
                        "bootstrap.servers",
                        bootstrap,
                        "group.id",
                        "reader-" + UUID.randomUUID(),
                        "auto.offset.reset",
                        "earliest",
                        "enable.auto.commit",
                        false);
        try (var consumer =
                new KafkaConsumer<>(
                        settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            var found = new ArrayList<ConsumerRecord<String, byte[]>>();
            var deadline = System.nanoTime() + PATIENCE.toNanos();
            while (found.size() < enough && System.nanoTime() < deadline) {
                for (var record : consumer.poll(Duration.ofMillis(100))) {
                    if (member.equals(record.key())) {
                        found.add(record);
                    }
                }
            }
            if (found.size() < enough) {
                throw new AssertionError(
                        "%d of %d records of %s on %s"
                                .formatted(found.size(), enough, member, topic));
            }
            return found;
        }
    }
}
