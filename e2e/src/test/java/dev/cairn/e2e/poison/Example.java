package dev.cairn.e2e.poison;

import dev.cairn.contracts.Topics;
import dev.cairn.devstack.client.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A record that every consumer of its topic can handle.
 *
 * @param type CloudEvents type
 * @param data the event
 */
record Example(String topic, String member, String type, Map<String, Object> data) {

    static Example on(String topic, String member, Instant now) {
        String fresh = UUID.randomUUID().toString();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("memberId", member);
        data.put("occurredAt", now.toString());
        return switch (topic) {
            case Topics.ACTIVITIES -> of(topic, "activity.recorded", data, visit(fresh));
            case Topics.MEMBERS -> of(topic, "member.changed", data, profile(now));
            case Topics.REWARDS -> of(topic, "award.set", data, award(fresh));
            case Topics.POINTS -> of(topic, "points.earned", data, points(fresh));
            case Topics.SEGMENTS ->
                    of(
                            topic,
                            "segment.entered",
                            data,
                            Map.of("segment", "champion", "version", 1, "cause", "activity"));
            case Topics.MESSAGES -> of(topic, "consent.changed", data, consent());
            default -> throw new IllegalArgumentException("no example for " + topic);
        };
    }

    ProducerRecord<String, byte[]> record() {
        return record(type, Json.text(data));
    }

    ProducerRecord<String, byte[]> record(String type, String text) {
        var record = bare(text);
        var headers =
                Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", UUID.randomUUID().toString(),
                        "ce_source", "e2e",
                        "ce_type", type,
                        "content-type", "application/json");
        headers.forEach(
                (name, value) ->
                        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    /** The same member, but no headers that would tell what it is. */
    ProducerRecord<String, byte[]> bare(String text) {
        return new ProducerRecord<>(topic, member, text.getBytes(StandardCharsets.UTF_8));
    }

    Example with(String field, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(data);
        changed.put(field, value);
        return new Example(topic, member, type, changed);
    }

    private static Example of(
            String topic, String noun, Map<String, Object> data, Map<String, Object> rest) {
        data.putAll(rest);
        String member = data.get("memberId").toString();
        return new Example(topic, member, "dev.cairn." + noun + ".v1", data);
    }

    private static Map<String, Object> visit(String id) {
        return Map.of(
                "source",
                "e2e",
                "activityId",
                id,
                "kind",
                "visit",
                "lines",
                List.of(),
                "attributes",
                Map.of());
    }

    private static Map<String, Object> profile(Instant now) {
        return Map.of(
                "zone",
                "Europe/London",
                "locale",
                "en",
                "joinedAt",
                now.toString(),
                "profileFields",
                List.of());
    }

    private static Map<String, Object> award(String id) {
        return Map.of(
                "awardId", "e2e:" + id,
                "revision", 1,
                "currency", "points",
                "points", 7,
                "category", "CAMPAIGN",
                "rule", "e2e",
                "programmeVersion", "1",
                "reason", "A test.");
    }

    private static Map<String, Object> points(String id) {
        return Map.of(
                "postingId",
                id,
                "currency",
                "points",
                "points",
                7,
                "balance",
                7,
                "awardId",
                "e2e:" + id,
                "category",
                "CAMPAIGN",
                "pending",
                false);
    }

    private static Map<String, Object> consent() {
        return Map.of("purpose", "loyalty", "channel", "email", "granted", true, "origin", "e2e");
    }
}
