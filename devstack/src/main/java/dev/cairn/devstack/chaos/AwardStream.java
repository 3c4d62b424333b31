package dev.cairn.devstack.chaos;

import dev.cairn.contracts.EventType;
import dev.cairn.contracts.Topics;
import dev.cairn.devstack.Platform;
import dev.cairn.devstack.chaos.Draft.Fields;
import dev.cairn.devstack.client.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Puts awards on the topic, as the rules service would. Those of a member keep their order. */
final class AwardStream implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer;
    private final AtomicLong taken = new AtomicLong();
    private final Complaints complaints;

    AwardStream(Platform platform, Complaints complaints) {
        this.complaints = complaints;
        this.producer =
                new KafkaProducer<>(
                        Map.of(
                                "bootstrap.servers",
                                platform.kafkaBootstrap(),
                                "acks",
                                "all",
                                "enable.idempotence",
                                "true",
                                "reconnect.backoff.max.ms",
                                "200"),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    void send(Fields award) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(
                        Topics.REWARDS,
                        award.member(),
                        Json.text(award.asEvent()).getBytes(StandardCharsets.UTF_8));
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", UUID.randomUUID().toString());
        header(record, "ce_source", "/cairn/chaos");
        header(record, "ce_type", EventType.AWARD_SET.typeName());
        header(record, "ce_subject", award.member());
        header(record, "content-type", "application/json");
        producer.send(
                record,
                (metadata, failure) -> {
                    if (failure == null) {
                        taken.incrementAndGet();
                    } else {
                        complaints.add("the broker did not take an award: " + failure);
                    }
                });
    }

    /** How many records the broker has said that it has. */
    long taken() {
        return taken.get();
    }

    /** Waits until the broker has all of them. */
    @Override
    public void close() {
        producer.close();
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
