package dev.cairn.e2e.poison;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Direct access to the topics, past the services. */
final class Wire implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;

    Wire(String bootstrap) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap);
        producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        consumer =
                new KafkaConsumer<>(
                        settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** Writes the records in their order, and tells where they are. */
    List<RecordMetadata> write(List<ProducerRecord<String, byte[]>> records) {
        return records.stream().map(producer::send).toList().stream().map(Wire::of).toList();
    }

    /** Where a topic of one partition ends. */
    long end(String topic) {
        TopicPartition only = new TopicPartition(topic, 0);
        return consumer.endOffsets(List.of(only), PATIENCE).get(only);
    }

    /** The record of a topic of one partition at an offset. */
    ConsumerRecord<String, byte[]> read(String topic, long offset) {
        TopicPartition only = new TopicPartition(topic, 0);
        consumer.assign(List.of(only));
        consumer.seek(only, offset);
        return consumer.poll(PATIENCE).records(only).getFirst();
    }

    /** The last value of a header; empty if there is none. */
    static String header(ConsumerRecord<String, byte[]> letter, String name) {
        Header header = letter.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }

    private static RecordMetadata of(Future<RecordMetadata> pending) {
        try {
            return pending.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
