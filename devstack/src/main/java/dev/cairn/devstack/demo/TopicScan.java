package dev.cairn.devstack.demo;

import dev.cairn.contracts.EventType;
import dev.cairn.contracts.Topics;
import dev.cairn.devstack.Platform;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads all topics once, from their beginnings to where they end now. */
final class TopicScan {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final List<String> TOPICS =
            List.of(
                    Topics.ACTIVITIES,
                    Topics.REWARDS,
                    Topics.POINTS,
                    Topics.SEGMENTS,
                    Topics.MESSAGES,
                    Topics.MEMBERS);

    private TopicScan() {}

    /** Hands every event over once; one that was published twice after a crash counts as one. */
    static void read(Platform platform, Findings findings) {
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers",
                        platform.kafkaBootstrap(),
                        "auto.offset.reset",
                        "earliest",
                        "enable.auto.commit",
                        "false",
                        "max.poll.records",
                        "5000");
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(
                        settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    TOPICS.stream()
                            .flatMap(topic -> consumer.partitionsFor(topic).stream())
                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Set<UUID> seen = new HashSet<>();
            while (!isAtEnd(consumer, ends)) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    if (seen.add(id(record))) {
                        findings.add(type(record), record);
                    }
                }
            }
        }
    }

    private static boolean isAtEnd(
            KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .allMatch(e -> consumer.position(e.getKey()) >= e.getValue());
    }

    private static Optional<EventType> type(ConsumerRecord<String, byte[]> record) {
        return header(record, "ce_type").flatMap(EventType::named);
    }

    private static UUID id(ConsumerRecord<String, byte[]> record) {
        String identity =
                header(record, "ce_source").orElse("")
                        + "/"
                        + header(record, "ce_id").orElse(record.topic() + record.offset());
        return UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8));
    }

    /** The text of a header. */
    static Optional<String> header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return Optional.ofNullable(header)
                .map(Header::value)
                .map(value -> new String(value, StandardCharsets.UTF_8));
    }
}
