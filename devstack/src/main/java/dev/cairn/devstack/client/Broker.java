package dev.cairn.devstack.client;

import dev.cairn.contracts.Topics;
import dev.cairn.devstack.DevstackFailure;
import dev.cairn.devstack.Platform;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** How far the topics go, and how far each service has read them. */
public final class Broker implements AutoCloseable {

    /** Which service reads which topics. */
    private static final Map<String, Set<String>> READS =
            Topics.subscriptions().stream()
                    .collect(
                            Collectors.groupingBy(
                                    Topics.Subscription::consumer,
                                    TreeMap::new,
                                    Collectors.mapping(
                                            Topics.Subscription::topic, Collectors.toSet())));

    private final Admin admin;
    private final Map<String, Integer> partitions =
            Topics.all().stream()
                    .collect(Collectors.toMap(Topics.Topic::name, Topics.Topic::partitions));

    public Broker(Platform platform) {
        quietLog();
        this.admin =
                Admin.create(
                        Map.of(
                                "bootstrap.servers",
                                platform.kafkaBootstrap(),
                                "default.api.timeout.ms",
                                "30000",
                                "request.timeout.ms",
                                "10000"));
    }

    /** The driver's console is no place for a client's log; only for those who print by default. */
    public static void quietLog() {
        System.setProperty("org.slf4j.simpleLogger.log.org.apache.kafka", "off");
    }

    /** A view of the broker at one moment: who lags by how much, and where every topic ends. */
    public record View(Map<String, Long> lags, Map<TopicPartition, Long> ends) {
        public boolean isRead() {
            return lags.values().stream().allMatch(lag -> lag == 0);
        }
    }

    /**
     * Positions are read before ends, so that a lag of 0 is not a lucky moment in between.
     *
     * @param handled what the readers themselves say: by group, the next offset of each {@code
     *     topic-partition}; a commit that failed while the broker was away is not repeated until
     *     the next record, though its records were handled
     */
    public View look(Map<String, Map<String, Long>> handled) {
        Map<String, Map<TopicPartition, OffsetAndMetadata>> positions = positions();
        Map<TopicPartition, Long> ends = ends(topicsWithReaders());
        Map<String, Long> lags = new TreeMap<>();
        READS.forEach(
                (group, topics) -> {
                    for (String topic : topics) {
                        long lag =
                                lag(
                                        positions.get(group),
                                        handled.getOrDefault(group, Map.of()),
                                        ends,
                                        topic);
                        lags.put(group + " on " + topic, lag);
                    }
                });
        return new View(lags, ends);
    }

    /** Records on all dead-letter topics, by topic; topics without any are left out. */
    public Map<String, Long> deadLetters() {
        Map<String, Long> found = new TreeMap<>();
        ends(partitions.keySet().stream().filter(topic -> topic.contains(".dlq.")))
                .forEach((partition, end) -> found.merge(partition.topic(), end, Long::sum));
        found.values().removeIf(count -> count == 0);
        return found;
    }

    private long lag(
            Map<TopicPartition, OffsetAndMetadata> positions,
            Map<String, Long> handled,
            Map<TopicPartition, Long> ends,
            String topic) {
        return partitionsOf(topic)
                .mapToLong(
                        partition -> {
                            OffsetAndMetadata position = positions.get(partition);
                            long committed = position == null ? 0 : position.offset();
                            long said = handled.getOrDefault(partition.toString(), 0L);
                            return ends.get(partition) - Math.max(committed, said);
                        })
                .sum();
    }

    private Map<String, Map<TopicPartition, OffsetAndMetadata>> positions() {
        Map<String, ListConsumerGroupOffsetsSpec> wanted = new HashMap<>();
        READS.keySet().forEach(group -> wanted.put(group, new ListConsumerGroupOffsetsSpec()));
        return result(admin.listConsumerGroupOffsets(wanted).all());
    }

    private Map<TopicPartition, Long> ends(Stream<String> topics) {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        topics.flatMap(this::partitionsOf)
                .forEach(partition -> wanted.put(partition, OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new HashMap<>();
        result(admin.listOffsets(wanted).all())
                .forEach((partition, info) -> ends.put(partition, info.offset()));
        return ends;
    }

    private Stream<String> topicsWithReaders() {
        TreeSet<String> topics = new TreeSet<>();
        READS.values().forEach(topics::addAll);
        return topics.stream();
    }

    private Stream<TopicPartition> partitionsOf(String topic) {
        return IntStream.range(0, partitions.get(topic))
                .mapToObj(number -> new TopicPartition(topic, number));
    }

    private static <T> T result(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new DevstackFailure("The broker did not answer: " + e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DevstackFailure("Waiting for the broker was interrupted.", e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
