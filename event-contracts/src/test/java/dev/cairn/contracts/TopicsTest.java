package dev.cairn.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.contracts.Topics.Topic;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TopicsTest {

    @Test
    void noTwoTopicsShareAName() {
        assertThat(Topics.all()).extracting(Topic::name).doesNotHaveDuplicates();
    }

    @Test
    void everySubscriptionHasItsOwnDeadLetters() {
        var names = Topics.all().stream().map(Topic::name).toList();

        assertThat(Topics.subscriptions())
                .doesNotHaveDuplicates()
                .allSatisfy(
                        subscription ->
                                assertThat(names)
                                        .contains(
                                                subscription.topic(),
                                                Topics.deadLetters(
                                                        subscription.topic(),
                                                        subscription.consumer())));
    }

    @Test
    void everyTopicCarriesSomethingAndEveryTypeHasATopic() {
        assertThat(Arrays.stream(EventType.values()).map(EventType::topic).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        Topics.all().stream()
                                .map(Topic::name)
                                .filter(name -> !name.contains(".dlq."))
                                .toList());
    }

    @Test
    void everyTopicHasOneOwner() {
        assertThat(
                        Stream.of("rules", "ledger", "segment", "notify")
                                .flatMap(service -> Topics.ownedBy(service).stream()))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(EventType.values())
                                .map(EventType::topic)
                                .distinct()
                                .toList());
        assertThat(Topics.subscribedBy("rules")).containsExactly(Topics.ACTIVITIES, Topics.MEMBERS);
    }

    @Test
    void onlyMembersAreCompacted() {
        assertThat(Topics.all())
                .filteredOn(Topic::compacted)
                .extracting(Topic::name)
                .containsExactly(Topics.MEMBERS);
    }

    @Test
    void aTypeIsFoundByItsName() {
        assertThat(EventType.values())
                .allSatisfy(type -> assertThat(EventType.named(type.typeName())).contains(type));
        assertThat(EventType.named("dev.cairn.award.set.v2")).isEmpty();
    }
}
