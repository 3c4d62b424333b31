package dev.cairn.kit.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.contracts.Topics;
import dev.cairn.contracts.Topics.Topic;
import dev.cairn.kit.KitTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@KitTest
class CreateTopicsTest {
    private static final String DEAD = Topics.deadLetters(Topics.MEMBERS, "rules");

    @Inject KafkaSettings broker;

    private record Small(boolean create, int partitions, short replicas) implements TopicsConfig {}

    @Test
    void aServiceNeedsTheTopicsItOwnsAndThoseOfItsDeadLetters() {
        assertThat(CreateTopics.needed("rules"))
                .extracting(Topic::name)
                .containsExactlyInAnyOrder(
                        Topics.ACTIVITIES,
                        Topics.REWARDS,
                        Topics.deadLetters(Topics.ACTIVITIES, "rules"),
                        DEAD);
    }

    @Test
    void onlyMissingTopicsAreCreated() throws Exception {
        var config = new Small(true, 3, (short) 1);
        var rules = new CreateTopics(config, broker, "rules");
        try (var admin = Admin.create(broker.with(Map.of()))) {
            admin.deleteTopics(List.of(DEAD)).all().get(20, TimeUnit.SECONDS);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> !admin.listTopics().names().get().contains(DEAD));

            assertThat(rules.createMissing(admin, config)).containsExactly(DEAD);
            assertThat(rules.createMissing(admin, config)).isEmpty();

            var resource = new ConfigResource(ConfigResource.Type.TOPIC, DEAD);
            var kept = admin.describeConfigs(List.of(resource)).all().get().get(resource);
            assertThat(kept.get("retention.ms").value())
                    .isEqualTo(String.valueOf(Duration.ofDays(90).toMillis()));
        }
    }
}
