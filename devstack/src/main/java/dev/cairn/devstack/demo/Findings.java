package dev.cairn.devstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.contracts.EventType;
import dev.cairn.contracts.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What the topics tell: how often what happened, and how long one thing took to follow another. */
final class Findings {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant BEGIN =
            DemoOptions.FIRST_DAY.atStartOfDay().toInstant(ZoneOffset.UTC);

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Comparator<String> NUMBERS_AS_NUMBERS =
            Comparator.comparing(
                    text ->
                            NUMBER.matcher(text)
                                    .replaceAll(n -> "%09d".formatted(Long.parseLong(n.group()))));

    private final Map<String, Long> events = new TreeMap<>();
    private final Map<String, Map<String, Long>> details = new TreeMap<>();
    private final Map<String, Map<String, Long>> firstAt = new HashMap<>();
    private final Set<String> imported = new HashSet<>();

    void add(Optional<EventType> type, ConsumerRecord<String, byte[]> record) {
        String name =
                type.map(t -> t.typeName().replaceAll("^dev\\.cairn\\.|\\.v1$", ""))
                        .orElse("unknown");
        events.merge(name, 1L, Long::sum);
        TopicScan.header(record, "ce_correlationid").ifPresent(id -> follow(id, record));
        if (!record.topic().equals(Topics.ACTIVITIES)) {
            type.ifPresent(known -> detail(known, record));
        }
    }

    private void follow(String chain, ConsumerRecord<String, byte[]> record) {
        firstAt.computeIfAbsent(record.topic(), topic -> new HashMap<>())
                .merge(chain, record.timestamp(), Math::min);
        boolean old =
                TopicScan.header(record, "ce_time")
                        .map(Instant::parse)
                        .filter(BEGIN::isAfter)
                        .isPresent();
        if (old && record.topic().equals(Topics.ACTIVITIES)) {
            imported.add(chain);
        }
    }

    private void detail(EventType type, ConsumerRecord<String, byte[]> record) {
        switch (type) {
            case MILESTONE_REACHED -> {
                JsonNode event = json(record);
                count("milestones", text(event, "milestone") + " " + text(event, "step"));
            }
            case STREAK_EXTENDED ->
                    count("streakSteps", "length " + json(record).path("length").asText());
            case STREAK_BROKEN -> count("streaks", "broken");
            case STREAK_AT_RISK -> count("streaks", "at risk");
            case TIER_CHANGED -> {
                JsonNode event = json(record);
                count("tierMoves", text(event, "from") + " → " + text(event, "to"));
            }
            case SEGMENT_ENTERED -> {
                JsonNode event = json(record);
                count("segmentsEntered", text(event, "segment"));
                count("segmentMoveCauses", text(event, "cause"));
            }
            case SEGMENT_EXITED -> count("segmentsExited", text(json(record), "segment"));
            case MESSAGE_SENT -> {
                JsonNode event = json(record);
                count("messagesSent", text(event, "template") + " by " + text(event, "channel"));
            }
            case POINTS_EARNED, POINTS_REDEEMED, POINTS_REVERSED, POINTS_EXPIRED ->
                    sum("points", type.name(), json(record).path("points").asLong());
            default -> {
                // counted by type, which is enough
            }
        }
    }

    Map<String, Long> events() {
        return events;
    }

    long count(EventType type) {
        return events.getOrDefault(type.typeName().replaceAll("^dev\\.cairn\\.|\\.v1$", ""), 0L);
    }

    /** Counts of a group, such as {@code milestones}. */
    Map<String, Long> group(String name) {
        return details.getOrDefault(name, Map.of());
    }

    /**
     * Milliseconds from the first event of a chain on one topic to its first on another.
     *
     * @param ofImport whether to look at what was imported in bulk, or at all the rest
     */
    Percentiles latency(String fromTopic, String toTopic, boolean ofImport) {
        Map<String, Long> from = firstAt.getOrDefault(fromTopic, Map.of());
        Map<String, Long> to = firstAt.getOrDefault(toTopic, Map.of());
        return Percentiles.of(
                to.entrySet().stream()
                        .filter(e -> from.containsKey(e.getKey()))
                        .filter(e -> imported.contains(e.getKey()) == ofImport)
                        .map(e -> Math.max(0, e.getValue() - from.get(e.getKey())))
                        .toList());
    }

    private void count(String group, String name) {
        sum(group, name, 1);
    }

    private void sum(String group, String name, long amount) {
        details.computeIfAbsent(group, g -> new TreeMap<>(NUMBERS_AS_NUMBERS))
                .merge(name, amount, Long::sum);
    }

    private static String text(JsonNode event, String field) {
        return event.path(field).asText();
    }

    private static JsonNode json(ConsumerRecord<String, byte[]> record) {
        try {
            return JSON.readTree(record.value());
        } catch (IOException e) {
            throw new UncheckedIOException("No JSON on " + record.topic(), e);
        }
    }
}
