package dev.cairn.devstack.bench;

import dev.cairn.contracts.EventType;
import dev.cairn.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** An {@code award.set} as the rules service sends it; unique by its number. */
record Award(String member, long number, long points) {

    private static final String TYPE = EventType.AWARD_SET.typeName();
    private static final String NAME = "\"awardId\":\"purchase-points:bench-";

    /** Awards that go to no member in particular are spread by the key; others have a partition. */
    ProducerRecord<String, byte[]> record(Integer partition) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(Topics.REWARDS, partition, member, json());
        String id = new UUID(0xBE4C_0000_0000_8000L, 0x8000_0000_0000_0000L | number).toString();
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", id);
        header(record, "ce_source", "/cairn/rules");
        header(record, "ce_type", TYPE);
        header(record, "ce_time", "2026-03-01T12:00:00Z");
        header(record, "ce_subject", member);
        header(record, "ce_partitionkey", member);
        header(record, "ce_dataschema", "https://cairn.dev/schemas/award.set.v1.json");
        header(record, "ce_correlationid", id);
        header(record, "ce_causationid", id);
        header(record, "content-type", "application/json");
        return record;
    }

    /** The number of the award that an event of the ledger is about; -1 when it is none of ours. */
    static long numberIn(byte[] event) {
        String text = new String(event, StandardCharsets.UTF_8);
        int at = text.indexOf(NAME);
        if (at < 0) {
            return -1;
        }
        int from = at + NAME.length();
        return Long.parseLong(text.substring(from, text.indexOf('"', from)));
    }

    private byte[] json() {
        return """
        {"awardId":"purchase-points:bench-%1$09d","revision":1,"memberId":"%2$s",\
        "currency":"points","points":%3$d,"category":"BASE","occurredAt":"2026-03-01T12:00:00Z",\
        "expiresAt":"2096-03-31T22:00:00Z","rule":"purchase-points","programmeVersion":"2026-03",\
        "activityId":"bench-%1$09d","reason":"One point for each euro of this purchase."}"""
                .formatted(number, member, points)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
