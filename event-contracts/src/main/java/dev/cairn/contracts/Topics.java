package dev.cairn.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Names of all topics. A name says the noun and the keying version; it never changes. */
public final class Topics {
    public static final String ACTIVITIES = "cairn.activities.v1";
    public static final String REWARDS = "cairn.rewards.v1";
    public static final String POINTS = "cairn.points.v1";
    public static final String MEMBERS = "cairn.members.v1";
    public static final String SEGMENTS = "cairn.segments.v1";
    public static final String MESSAGES = "cairn.messages.v1";

    private static final List<Subscription> SUBSCRIPTIONS =
            List.of(
                    new Subscription(ACTIVITIES, "rules"),
                    new Subscription(ACTIVITIES, "segment"),
                    new Subscription(MEMBERS, "rules"),
                    new Subscription(MEMBERS, "ledger"),
                    new Subscription(REWARDS, "ledger"),
                    new Subscription(SEGMENTS, "ledger"),
                    new Subscription(POINTS, "segment"),
                    new Subscription(MESSAGES, "segment"),
                    new Subscription(REWARDS, "notify"),
                    new Subscription(POINTS, "notify"),
                    new Subscription(SEGMENTS, "notify"),
                    new Subscription(MEMBERS, "notify"));

    private static final Map<String, List<String>> OWNED =
            Map.of(
                    "rules", List.of(ACTIVITIES, REWARDS),
                    "ledger", List.of(POINTS),
                    "segment", List.of(MEMBERS, SEGMENTS),
                    "notify", List.of(MESSAGES));

    private Topics() {}

    /**
     * A topic as it has to be created.
     *
     * @param partitions parts that can be consumed at once; members are spread over them by key
     * @param compacted whether only the newest record of a key is kept for ever
     */
    public record Topic(String name, int partitions, boolean compacted) {}

    /** Who listens to what; each pair has its own dead-letter topic. */
    public record Subscription(String topic, String consumer) {}

    /** Where a consumer puts a record of a topic that it cannot read. */
    public static String deadLetters(String topic, String consumer) {
        return topic + ".dlq." + consumer;
    }

    /** All subscriptions of the four services. */
    public static List<Subscription> subscriptions() {
        return SUBSCRIPTIONS;
    }

    /** Topics that a service alone writes to. */
    public static List<String> ownedBy(String service) {
        return OWNED.getOrDefault(service, List.of());
    }

    /** Topics that a service listens to. */
    public static List<String> subscribedBy(String service) {
        return SUBSCRIPTIONS.stream()
                .filter(subscription -> subscription.consumer().equals(service))
                .map(Subscription::topic)
                .toList();
    }

    /** All topics of a deployment, dead-letter topics last. */
    public static List<Topic> all() {
        var topics = new ArrayList<Topic>();
        for (var name : List.of(ACTIVITIES, REWARDS, POINTS, SEGMENTS, MESSAGES)) {
            topics.add(new Topic(name, 6, false));
        }
        topics.add(new Topic(MEMBERS, 6, true));
        for (var subscription : SUBSCRIPTIONS) {
            var name = deadLetters(subscription.topic(), subscription.consumer());
            topics.add(new Topic(name, 1, false));
        }
        return List.copyOf(topics);
    }
}
