package dev.cairn.chart.dev;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.chart.Manifests;
import dev.cairn.contracts.Topics;
import dev.cairn.contracts.Topics.Topic;
import org.junit.jupiter.api.Test;

class TrialTopicsTest {

    @Test
    void everyTopicOfTheContractsIsThereAsItHasToBeAndNoOther() {
        assertThat(TrialCluster.documents("topics.yaml"))
                .extracting(TrialTopicsTest::topic)
                .containsExactlyInAnyOrderElementsOf(Topics.all());
    }

    @Test
    void everyTopicBelongsToTheCluster() {
        // Given
        var cluster = Manifests.name(TrialCluster.manifests().one("Kafka"));

        // Then
        assertThat(TrialCluster.documents("topics.yaml"))
                .extracting(topic -> topic.at("/metadata/labels/strimzi.io~1cluster").asText())
                .containsOnly(cluster);
    }

    private static Topic topic(JsonNode manifest) {
        var spec = manifest.path("spec");
        return new Topic(
                Manifests.name(manifest),
                spec.path("partitions").asInt(),
                spec.at("/config/cleanup.policy").asText().equals("compact"));
    }
}
