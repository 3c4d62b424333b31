package dev.cairn.kit.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * How far each partition was handled since the start. The group's committed offset can stay behind:
 * a commit that fails while the broker is away is not repeated before the next record arrives.
 */
@ApplicationScoped
public class HandledOffsets {
    private final Map<String, Long> next = new ConcurrentHashMap<>();

    void note(ConsumerRecords<String, byte[]> batch) {
        for (var partition : batch.partitions()) {
            next.put(partition.toString(), batch.records(partition).getLast().offset() + 1);
        }
    }

    /** The offset after the last handled one, by {@code topic-partition}. */
    public Map<String, Long> next() {
        return new TreeMap<>(next);
    }
}
