package dev.cairn.e2e.poison;

import static dev.cairn.devstack.Component.LEDGER;
import static dev.cairn.e2e.poison.Wire.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.contracts.Topics;
import dev.cairn.contracts.Topics.Subscription;
import dev.cairn.devstack.client.Json;
import dev.cairn.e2e.platform.Cairn;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PoisonTest {

    private static final Cairn CAIRN = Cairn.shared();
    private static final String MEMBER = CAIRN.freshMember();

    private static final Wire WIRE = new Wire(CAIRN.platform().kafkaBootstrap());

    @AfterAll
    static void hangUp() {
        WIRE.close();
    }

    static Stream<Subscription> subscriptions() {
        return Topics.subscriptions().stream();
    }

    static Stream<Arguments> poisons() {
        return subscriptions()
                .flatMap(
                        subscription ->
                                Arrays.stream(Poison.values())
                                        .map(poison -> Arguments.of(subscription, poison)));
    }

    @ParameterizedTest
    @MethodSource("poisons")
    void badRecordIsSetAsideAndItsNeighboursGoThrough(Subscription subscription, Poison poison) {
        ProducerRecord<String, byte[]> bad = poison.of(example(subscription));

        exactlyTheBadOneIsSetAside(subscription, bad);
    }

    @Test
    void activityThatNoShopMayReportIsSetAsideByTheRules() {
        Subscription rules = new Subscription(Topics.ACTIVITIES, "rules");
        Map<String, Object> line =
                Map.of("line", "1", "sku", "a", "quantity", 1, "unitPrice", -100);

        exactlyTheBadOneIsSetAside(
                rules,
                example(rules)
                        .with("kind", "purchase")
                        .with("currency", "EUR")
                        .with("lines", List.of(line))
                        .record());
    }

    @Test
    void awardOfLessThanNothingIsSetAsideByTheLedger() {
        Subscription ledger = new Subscription(Topics.REWARDS, "ledger");

        exactlyTheBadOneIsSetAside(ledger, example(ledger).with("points", -7).record());
    }

    @ParameterizedTest
    @MethodSource("subscriptions")
    void typeThatCameLaterIsAcknowledgedAndCounted(Subscription subscription) {
        // Given
        CAIRN.settle();
        Intake before = Intake.of(CAIRN, subscription);
        String letters = Topics.deadLetters(subscription.topic(), subscription.consumer());
        long end = WIRE.end(letters);
        Example good = example(subscription);

        // When
        WIRE.write(
                List.of(
                        good.record("dev.cairn.horoscope.cast.v1", Json.text(good.data())),
                        example(subscription).record()));
        CAIRN.settle();

        // Then
        assertThat(Intake.of(CAIRN, subscription)).isEqualTo(before.plus(1, 1, 0));
        assertThat(WIRE.end(letters)).isEqualTo(end);
    }

    @Test
    void neighboursOfABadAwardArePaid() {
        // Given
        String member = CAIRN.freshMember();
        Example first = Example.on(Topics.REWARDS, member, CAIRN.now());
        Example second = Example.on(Topics.REWARDS, member, CAIRN.now());

        // When
        WIRE.write(List.of(first.record(), Poison.BROKEN_JSON.of(first), second.record()));
        CAIRN.settle();

        // Then
        assertThat(
                        CAIRN.member(member)
                                .get(LEDGER, "/v1/me/points")
                                .expect(200)
                                .json()
                                .path("balance")
                                .asLong())
                .isEqualTo(14);
    }

    private void exactlyTheBadOneIsSetAside(
            Subscription subscription, ProducerRecord<String, byte[]> bad) {
        // Given
        CAIRN.settle();
        Intake before = Intake.of(CAIRN, subscription);
        String letters = Topics.deadLetters(subscription.topic(), subscription.consumer());
        long end = WIRE.end(letters);

        // When
        RecordMetadata place =
                WIRE.write(
                                List.of(
                                        example(subscription).record(),
                                        bad,
                                        example(subscription).record()))
                        .get(1);
        CAIRN.settle();

        // Then
        assertThat(Intake.of(CAIRN, subscription)).isEqualTo(before.plus(2, 0, 1));
        assertThat(WIRE.end(letters)).isEqualTo(end + 1);
        ConsumerRecord<String, byte[]> letter = WIRE.read(letters, end);
        assertThat(letter.key()).isEqualTo(MEMBER);
        assertThat(letter.value()).isEqualTo(bad.value());
        assertThat(header(letter, "dead-letter-reason")).isNotBlank();
        assertThat(header(letter, "dead-letter-topic")).isEqualTo(subscription.topic());
        assertThat(header(letter, "dead-letter-partition"))
                .isEqualTo(Integer.toString(place.partition()));
        assertThat(header(letter, "dead-letter-offset")).isEqualTo(Long.toString(place.offset()));
    }

    private static Example example(Subscription subscription) {
        return Example.on(subscription.topic(), MEMBER, CAIRN.now());
    }
}
