package dev.cairn.devstack.chaos;

import dev.cairn.contracts.Topics;
import dev.cairn.devstack.DevstackFailure;
import dev.cairn.devstack.Platform;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** How far the ledger has read the awards; it can be sent back to their beginning. */
final class GroupWatch implements AutoCloseable {

    private static final String GROUP = "ledger";

    private final Admin admin;
    private final Map<TopicPartition, OffsetSpec> partitions;

    GroupWatch(Platform platform) {
        this.admin =
                Admin.create(
                        Map.of(
                                "bootstrap.servers", platform.kafkaBootstrap(),
                                "default.api.timeout.ms", "20000",
                                "request.timeout.ms", "5000",
                                "reconnect.backoff.max.ms", "200"));
        this.partitions =
                Topics.all().stream()
                        .filter(topic -> topic.name().equals(Topics.REWARDS))
                        .flatMap(
                                topic ->
                                        IntStream.range(0, topic.partitions())
                                                .mapToObj(n -> new TopicPartition(topic.name(), n)))
                        .collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest()));
    }

    /**
     * Records that nobody has handled yet.
     *
     * @param handled what the replicas say, by partition; a commit that failed is not repeated
     */
    long lag(Map<String, Long> handled) {
        Map<TopicPartition, OffsetAndMetadata> read =
                result(admin.listConsumerGroupOffsets(GROUP).partitionsToOffsetAndMetadata());
        long lag = 0;
        for (Map.Entry<TopicPartition, Long> end : ends().entrySet()) {
            OffsetAndMetadata position = read.get(end.getKey());
            long committed = position == null ? 0 : position.offset();
            long said = handled.getOrDefault(end.getKey().toString(), 0L);
            lag += end.getValue() - Math.max(committed, said);
        }
        return lag;
    }

    /** Sends the group, whose members are all dead, back to the beginning; returns the distance. */
    long rewind() {
        result(
                admin.removeMembersFromConsumerGroup(
                                GROUP, new RemoveMembersFromConsumerGroupOptions())
                        .all());
        Map<TopicPartition, OffsetAndMetadata> beginning = new HashMap<>();
        partitions.keySet().forEach(p -> beginning.put(p, new OffsetAndMetadata(0)));
        result(admin.alterConsumerGroupOffsets(GROUP, beginning).all());
        return ends().values().stream().mapToLong(Long::longValue).sum();
    }

    /** Records on the ledger's dead-letter topic. */
    long deadLetters() {
        TopicPartition letters = new TopicPartition(Topics.deadLetters(Topics.REWARDS, GROUP), 0);
        return result(admin.listOffsets(Map.of(letters, OffsetSpec.latest())).all())
                .get(letters)
                .offset();
    }

    private Map<TopicPartition, Long> ends() {
        Map<TopicPartition, Long> ends = new HashMap<>();
        result(admin.listOffsets(partitions).all())
                .forEach((partition, info) -> ends.put(partition, info.offset()));
        return ends;
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
