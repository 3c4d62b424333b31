package dev.cairn.rules;

import dev.cairn.contracts.Event;
import dev.cairn.contracts.EventType;
import dev.cairn.contracts.RewardEvent;
import dev.cairn.contracts.Topics;
import dev.cairn.kit.event.EventCodec;
import dev.cairn.kit.event.Header;
import dev.cairn.kit.testing.TopicReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Puts records on topics as other producers do, and reads what the service published. */
public final class Broker {

    private Broker() {}

    public static ProducerRecord<String, byte[]> record(Event event) {
        var type = EventType.of(event);
        return record(type.topic(), event.memberId(), type.typeName(), EventCodec.encode(event));
    }

    public static ProducerRecord<String, byte[]> record(
            String topic, String key, String type, byte[] value) {
        var record = new ProducerRecord<>(topic, key, value);
        Header.write(record.headers(), Header.ID, UUID.randomUUID().toString());
        Header.write(record.headers(), Header.SOURCE, "/elsewhere");
        Header.write(record.headers(), Header.TYPE, type);
        return record;
    }

    /** The first events that the service published about a member, in order. */
    public static List<RewardEvent> rewards(String bootstrap, String member, int enough) {
        return TopicReader.read(bootstrap, Topics.REWARDS, member, enough).stream()
                .map(Broker::reward)
                .toList();
    }

    private static RewardEvent reward(ConsumerRecord<String, byte[]> record) {
        try {
            var type = EventType.named(Header.read(record.headers(), Header.TYPE)).orElseThrow();
            return (RewardEvent) EventCodec.decode(type, record.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
