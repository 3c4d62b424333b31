package dev.cairn.devstack.bench;

import dev.cairn.contracts.Topics;
import dev.cairn.devstack.DevstackFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Puts awards on the topic, some of them twice, and counts what must be posted. */
final class AwardFeed implements AutoCloseable {

    /** Every twentieth award comes a second time, some hundred records later. */
    private static final int DUPLICATE_EVERY = 20;

    private static final int LATER = 700;

    private final KafkaProducer<String, byte[]> producer;
    private final KafkaProducer<String, byte[]> prompt;
    private final Random random = new Random(20260301);
    private final int partitions =
            Topics.all().stream()
                    .filter(topic -> topic.name().equals(Topics.REWARDS))
                    .findFirst()
                    .orElseThrow()
                    .partitions();
    private long sent;
    private long points;
    private long repeated;

    AwardFeed(Bed bed) {
        producer = producer(bed, 20);
        prompt = producer(bed, 5);
    }

    /**
     * @param linger milliseconds that a record may wait for others to travel with
     */
    private static KafkaProducer<String, byte[]> producer(Bed bed, int linger) {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bed.platform().kafkaBootstrap(),
                        "linger.ms",
                        linger,
                        "batch.size",
                        262_144,
                        "buffer.memory",
                        134_217_728L),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Awards that were sent, not counting repetitions. */
    long sent() {
        return sent;
    }

    long points() {
        return points;
    }

    long repeated() {
        return repeated;
    }

    Random random() {
        return random;
    }

    /** Sends this many awards, and a last one to each partition that tells when it is read. */
    void send(int count, Supplier<String> members) {
        List<ProducerRecord<String, byte[]>> again = new ArrayList<>();
        int next = 0;
        for (int index = 0; index < count; index++) {
            Award award = award(members.get(), 1 + random.nextInt(20));
            producer.send(award.record(null));
            if (index % DUPLICATE_EVERY == 0) {
                again.add(award.record(null));
            }
            if (next < again.size() && index >= next * DUPLICATE_EVERY + LATER) {
                producer.send(again.get(next++));
            }
        }
        while (next < again.size()) {
            producer.send(again.get(next++));
        }
        repeated += again.size();
        for (int partition = 0; partition < partitions; partition++) {
            producer.send(award(last(partition), 1).record(partition));
        }
        producer.flush();
    }

    /** Sends one award soon, whether or not others come along; its number is the next one. */
    void sendAtOnce(String member) {
        prompt.send(award(member, 1 + random.nextInt(20)).record(null));
    }

    /** Sends awards of this worth to one member. */
    void endow(String member, int awards, long worth) {
        for (int index = 0; index < awards; index++) {
            producer.send(award(member, worth).record(null));
        }
        producer.flush();
    }

    private Award award(String member, long worth) {
        sent++;
        points += worth;
        return new Award(member, sent, worth);
    }

    /** The members whose only awards are the last of a partition, as a list of SQL. */
    String lastOnes() {
        List<String> names = new ArrayList<>();
        for (int partition = 0; partition < partitions; partition++) {
            names.add("'" + last(partition) + "'");
        }
        return String.join(", ", names);
    }

    int partitions() {
        return partitions;
    }

    private static String last(int partition) {
        return "bench-last-" + partition;
    }

    @Override
    public void close() {
        try (producer;
                prompt) {
            producer.flush();
        } catch (RuntimeException e) {
            throw new DevstackFailure("The broker did not take all awards.", e);
        }
    }
}
