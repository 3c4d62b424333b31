package dev.cairn.contracts;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.cairn.contracts.Topics.Subscription;
import dev.cairn.contracts.Topics.Topic;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class AsyncApiTest {
    private static final Map<String, String> OWNERS =
            Map.of(
                    Topics.ACTIVITIES, "rules",
                    Topics.REWARDS, "rules",
                    Topics.POINTS, "ledger",
                    Topics.MEMBERS, "segment",
                    Topics.SEGMENTS, "segment",
                    Topics.MESSAGES, "notify");

    private final String text = resource("asyncapi.yaml");
    private final JsonNode document = yaml(text);

    @Test
    void everyTypeIsAMessageExactlyOnce() {
        assertThat(document.at("/components/messages"))
                .extracting(message -> message.path("name").asText())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(EventType.values()).map(EventType::typeName).toList());
        assertThat(EventType.values())
                .allSatisfy(type -> assertThat(text).containsOnlyOnce(type.typeName() + "\n"));
    }

    @Test
    void everyMessagePointsToTheSchemaOfItsType() {
        for (var message : document.at("/components/messages")) {
            var type = EventType.named(message.path("name").asText()).orElseThrow();

            assertThat(message.at("/payload/$ref").asText()).isEqualTo(type.schema());
            assertThat(message.at("/traits/0/$ref").asText())
                    .isEqualTo("#/components/messageTraits/cloudEvent");
        }
    }

    @Test
    void aChannelIsATopicAsItIsCreated() {
        var topics =
                Topics.all().stream()
                        .filter(topic -> !topic.name().contains(".dlq."))
                        .collect(toMap(Topic::name, Function.identity()));
        var channels = document.path("channels");

        assertThat(channels)
                .extracting(channel -> channel.path("address").asText())
                .containsExactlyInAnyOrderElementsOf(topics.keySet());
        for (var channel : channels) {
            var topic = topics.get(channel.path("address").asText());
            var kafka = channel.at("/bindings/kafka");
            assertThat(kafka.path("partitions").asInt()).isEqualTo(topic.partitions());
            assertThat(kafka.at("/topicConfiguration/cleanup.policy/0").asText())
                    .isEqualTo(topic.compacted() ? "compact" : "delete");
        }
    }

    @Test
    void aChannelCarriesExactlyTheTypesOfItsTopic() {
        for (var channel : document.path("channels")) {
            assertThat(channel.path("messages"))
                    .extracting(message -> resolve(message).path("name").asText())
                    .containsExactlyInAnyOrderElementsOf(
                            Arrays.stream(EventType.values())
                                    .filter(type -> type.topic().equals(address(channel)))
                                    .map(EventType::typeName)
                                    .toList());
        }
    }

    @Test
    void onlyTheOwnerSends() {
        assertThat(operations("send"))
                .containsExactlyInAnyOrderElementsOf(
                        OWNERS.entrySet().stream()
                                .map(owner -> new Subscription(owner.getKey(), owner.getValue()))
                                .toList());
    }

    @Test
    void everySubscriberReceives() {
        assertThat(operations("receive"))
                .containsExactlyInAnyOrderElementsOf(Topics.subscriptions());
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        for (var reference : document.findValuesAsText("$ref")) {
            var parts = reference.split("#", 2);
            var target = parts[0].isEmpty() ? document : yaml(resource(parts[0]));

            assertThat(target.at(parts.length == 1 ? "" : parts[1]).isMissingNode())
                    .as(reference)
                    .isFalse();
        }
    }

    @Test
    void theDeadLetterRuleIsSaidAsItIs() {
        assertThat(document.at("/info/description").asText())
                .contains(Topics.deadLetters("<topic>", "<consumer>"))
                .contains(Topics.deadLetters(Topics.POINTS, "notify"));
    }

    /** Who does it, taken from the operation's tag, on which topic. */
    private List<Subscription> operations(String action) {
        var found = new ArrayList<Subscription>();
        for (var operation : document.path("operations")) {
            if (operation.path("action").asText().equals(action)) {
                var topic = address(resolve(operation.path("channel")));
                found.add(new Subscription(topic, operation.at("/tags/0/name").asText()));
            }
        }
        return found;
    }

    private JsonNode resolve(JsonNode reference) {
        return document.at(reference.path("$ref").asText().substring(1));
    }

    private static String address(JsonNode channel) {
        return channel.path("address").asText();
    }

    private static JsonNode yaml(String text) {
        try {
            return new YAMLMapper().readTree(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String resource(String name) {
        try (var stream = AsyncApiTest.class.getResourceAsStream("/" + name)) {
            assertThat(stream).as(name).isNotNull();
            return new String(stream.readAllBytes());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
