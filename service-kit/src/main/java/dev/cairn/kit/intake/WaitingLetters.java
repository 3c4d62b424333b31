package dev.cairn.kit.intake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * The dead letters of a topic that wait: from where the last re-drive ended to the end as it is
 * now. Letters that come later are not among them, so that reading always ends.
 */
final class WaitingLetters implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(500);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<TopicPartition, Long> ends;
    private final Map<TopicPartition, Long> next = new HashMap<>();

    WaitingLetters(Map<String, Object> settings, String topic) {
        consumer =
                new KafkaConsumer<>(
                        settings, new StringDeserializer(), new ByteArrayDeserializer());
        var partitions =
                Objects.requireNonNullElse(
                                consumer.listTopics().get(topic),
                                List.<org.apache.kafka.common.PartitionInfo>of())
                        .stream()
                        .map(partition -> new TopicPartition(topic, partition.partition()))
                        .toList();
        consumer.assign(partitions);
        ends = Map.copyOf(consumer.endOffsets(partitions));
        partitions.forEach(partition -> next.put(partition, consumer.position(partition)));
    }

    long count() {
        return ends.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - next.get(end.getKey())))
                .sum();
    }

    /** The following letters, in their order; none at the end. */
    List<ConsumerRecord<String, byte[]>> read() {
        var letters = new ArrayList<ConsumerRecord<String, byte[]>>();
        while (letters.isEmpty() && count() > 0) {
            for (var letter : consumer.poll(POLL)) {
                if (letter.offset() < ends.get(partition(letter))) {
                    letters.add(letter);
                }
            }
            ends.keySet().forEach(partition -> next.put(partition, consumer.position(partition)));
        }
        return letters;
    }

    /** Remembers that all that was read needs no more attention. */
    void settle() {
        var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
        next.forEach(
                (partition, offset) ->
                        offsets.put(
                                partition,
                                new OffsetAndMetadata(Math.min(offset, ends.get(partition)))));
        consumer.commitSync(offsets);
    }

    @Override
    public void close() {
        consumer.close();
    }

    private static TopicPartition partition(ConsumerRecord<String, byte[]> letter) {
        return new TopicPartition(letter.topic(), letter.partition());
    }
}
