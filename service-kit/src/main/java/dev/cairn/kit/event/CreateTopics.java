package dev.cairn.kit.event;

import dev.cairn.contracts.Topics;
import dev.cairn.contracts.Topics.Topic;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Creates missing topics before the channels listen, where {@code cairn.topics.create} says so. */
@ApplicationScoped
public class CreateTopics {
    private static final long PATIENCE_SECONDS = 30;

    /** Long enough for somebody to look, to mend and to hand them over again. */
    private static final Duration LETTERS_KEPT = Duration.ofDays(90);

    private final TopicsConfig config;
    private final KafkaSettings broker;
    private final String service;

    public CreateTopics(
            TopicsConfig config,
            KafkaSettings broker,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.config = config;
        this.broker = broker;
        this.service = service;
    }

    void start(@Observes @Priority(10) StartupEvent event) {
        if (config.create()) {
            try (var admin = Admin.create(broker.with(Map.of()))) {
                var created = createMissing(admin, config);
                if (!created.isEmpty()) {
                    Log.infof("topics created: names=%s", created);
                }
            } catch (ExecutionException | TimeoutException e) {
                throw new IllegalStateException(
                        "the topics cannot be created; create them yourself and set"
                                + " cairn.topics.create=false: "
                                + e.getMessage(),
                        e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    List<String> createMissing(Admin admin, TopicsConfig wanted)
            throws ExecutionException, TimeoutException, InterruptedException {
        var there =
                new HashSet<>(admin.listTopics().names().get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        var missing =
                needed(service).stream().filter(topic -> !there.contains(topic.name())).toList();
        var results =
                admin.createTopics(missing.stream().map(topic -> create(topic, wanted)).toList());
        for (var result : results.values().values()) {
            try {
                result.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
        return missing.stream().map(Topic::name).toList();
    }

    /** What the service writes to: its own topics, and those of its dead letters. */
    static List<Topic> needed(String service) {
        var letters =
                Topics.subscribedBy(service).stream()
                        .map(topic -> Topics.deadLetters(topic, service))
                        .toList();
        return Topics.all().stream()
                .filter(
                        topic ->
                                Topics.ownedBy(service).contains(topic.name())
                                        || letters.contains(topic.name()))
                .toList();
    }

    private NewTopic create(Topic topic, TopicsConfig wanted) {
        if (Topics.ownedBy(service).contains(topic.name())) {
            var policy =
                    topic.compacted()
                            ? TopicConfig.CLEANUP_POLICY_COMPACT
                            : TopicConfig.CLEANUP_POLICY_DELETE;
            return new NewTopic(topic.name(), wanted.partitions(), wanted.replicas())
                    .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, policy));
        }
        return new NewTopic(topic.name(), topic.partitions(), wanted.replicas())
                .configs(
                        Map.of(
                                TopicConfig.RETENTION_MS_CONFIG,
                                String.valueOf(LETTERS_KEPT.toMillis())));
    }
}
