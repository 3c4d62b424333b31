package dev.cairn.devstack.bench;

import dev.cairn.contracts.Topics;
import dev.cairn.devstack.DevstackFailure;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Awards that come by the clock, each measured from when it was due until its event is read from
 * the topic of points: the broker twice, the ledger, its database and its relay in between.
 */
final class SteadyAwards {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final Bed bed;
    private final AwardFeed feed;

    SteadyAwards(Bed bed, AwardFeed feed) {
        this.bed = bed;
        this.feed = feed;
    }

    /**
     * Sends for so many seconds, and waits for the last event.
     *
     * @param perSecond above zero
     */
    Paced run(double perSecond, int seconds, Supplier<String> members) {
        if (!(perSecond > 0)) {
            throw new IllegalArgumentException("not a rate: " + perSecond);
        }
        int count = (int) Math.ceil(perSecond * seconds);
        long interval = (long) (1e9 / perSecond);
        long first = feed.sent() + 1;
        try (KafkaConsumer<String, byte[]> events = atTheEnd()) {
            long began = System.nanoTime();
            Thread sender = Thread.ofPlatform().start(() -> send(count, began, interval, members));
            long[] taken = await(events, first, count, began, interval);
            sender.join();
            double sent = (double) count * interval / 1e9;
            return new Paced(count / sent, Latency.of(taken));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DevstackFailure("The bench was interrupted.", e);
        }
    }

    private void send(int count, long began, long interval, Supplier<String> members) {
        for (int index = 0; index < count; index++) {
            LockSupport.parkNanos(began + index * interval - System.nanoTime());
            feed.sendAtOnce(members.get());
        }
    }

    private static long[] await(
            KafkaConsumer<String, byte[]> events,
            long first,
            int count,
            long began,
            long interval) {
        long[] taken = new long[count];
        int seen = 0;
        while (seen < count) {
            if (System.nanoTime() - began > LIMIT.toNanos()) {
                throw new DevstackFailure(
                        "Of %d awards that came steadily, %d were never published."
                                .formatted(count, count - seen));
            }
            for (ConsumerRecord<String, byte[]> event : events.poll(LOOK)) {
                long index = Award.numberIn(event.value()) - first;
                if (index >= 0 && index < count && taken[(int) index] == 0) {
                    taken[(int) index] = System.nanoTime() - began - index * interval;
                    seen++;
                }
            }
        }
        return taken;
    }

    /** Reads what is published from now on. */
    private KafkaConsumer<String, byte[]> atTheEnd() {
        KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                bed.platform().kafkaBootstrap(),
                                "client.id",
                                "bench-" + UUID.randomUUID(),
                                "enable.auto.commit",
                                false,
                                "max.poll.records",
                                5000),
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
        consumer.assign(
                consumer.partitionsFor(Topics.POINTS).stream()
                        .map(partition -> new TopicPartition(Topics.POINTS, partition.partition()))
                        .toList());
        consumer.seekToEnd(consumer.assignment());
        consumer.assignment().forEach(consumer::position);
        return consumer;
    }
}
