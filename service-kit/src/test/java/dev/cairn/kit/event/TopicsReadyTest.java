package dev.cairn.kit.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.kit.event.TopicsReady.Look;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TopicsReadyTest {
    private final TopicsReady nobodyListens =
            new TopicsReady(
                    new KafkaSettings(Map.of("bootstrap.servers", "127.0.0.1:1")), "ledger");

    @AfterEach
    void close() {
        nobodyListens.close();
    }

    @Test
    void aBrokerThatNeverAnsweredLeavesTheServiceUnready() {
        assertThat(data(nobodyListens.call())).containsEntry("broker", "not asked yet");

        nobodyListens.look();

        assertThat(nobodyListens.call().getStatus()).isEqualTo(Status.DOWN);
        assertThat(data(nobodyListens.call())).containsEntry("broker", "TimeoutException");
    }

    @Test
    void missingTopicsAreNamed() {
        assertThat(Look.at(Set.of("a", "b", "c"), Set.of("b", "other")))
                .isEqualTo(new Look.Missing(Set.of("a", "c")));
    }

    @Test
    void moreTopicsThanNeededAreFine() {
        assertThat(Look.at(Set.of("a"), Set.of("a", "b"))).isEqualTo(new Look.Complete());
    }

    private static Map<String, Object> data(HealthCheckResponse answer) {
        return answer.getData().orElseThrow();
    }
}
