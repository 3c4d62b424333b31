package dev.cairn.notify.occasion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.contracts.Event;
import dev.cairn.contracts.MemberEvent.MemberChanged;
import dev.cairn.contracts.PointsEvent.PointsRedeemed;
import dev.cairn.contracts.Topics;
import dev.cairn.kit.event.Header;
import dev.cairn.kit.testing.TopicReader;
import dev.cairn.notify.NotifyTest;
import dev.cairn.notify.Stage;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@NotifyTest
class PoisonTest {
    private static final byte[] BROKEN = "{\"memberId\":".getBytes(StandardCharsets.UTF_8);

    @Inject Stage stage;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrap;

    @Test
    void rewardsLoseOnlyThePoisonedRecord() {
        checks(Topics.REWARDS, "milestone-reached", (m, n) -> stage.milestone(m, n));
    }

    @Test
    void segmentsLoseOnlyThePoisonedRecord() {
        checks(
                Topics.SEGMENTS,
                "win-back",
                (m, n) ->
                        new dev.cairn.contracts.SegmentEvent.SegmentEntered(
                                m, "lapsed", 1, "time", stage.now().minusSeconds(n)));
    }

    @Test
    void pointsLoseOnlyThePoisonedRecord() {
        checks(
                Topics.POINTS,
                "points-redeemed",
                (m, n) ->
                        new PointsRedeemed(
                                "p" + n,
                                m,
                                "points",
                                1,
                                1,
                                "r-" + n,
                                "coffee",
                                "Coffee",
                                stage.now()));
    }

    @Test
    void membersLoseOnlyThePoisonedRecord() {
        var member = Stage.newMember();
        var good =
                new MemberChanged(
                        member, "Asia/Tokyo", "en", "JP", stage.now(), List.of(), stage.now());
        var nowhere =
                new MemberChanged(
                        member, "Mars/Base", "en", "JP", stage.now(), List.of(), stage.now());

        stage.publishRecords(
                List.of(
                        Stage.record(nowhere),
                        Stage.record(Topics.MEMBERS, member, "dev.cairn.member.changed.v1", BROKEN),
                        Stage.record(good)));

        assertThat(deadReasons(Topics.MEMBERS, member, 2))
                .containsExactlyInAnyOrder(
                        "zone is not an IANA time zone",
                        "data does not fit dev.cairn.member.changed.v1");
    }

    private void checks(String topic, String template, BiFunction<String, Integer, Event> event) {
        stage.at("12:00");
        var member = Stage.newMember();
        var records = new ArrayList<ProducerRecord<String, byte[]>>();
        for (var n = 1; n <= 20; n++) {
            records.add(Stage.record(event.apply(member, n)));
        }
        var type = new String(records.getFirst().headers().lastHeader(Header.TYPE).value());
        records.add(7, Stage.record(topic, member, type, BROKEN));
        records.add(12, Stage.record(topic, member, "dev.cairn.moon.landed.v1", BROKEN));

        stage.publishRecords(records);

        stage.awaitSettled(member, template, 20);
        assertThat(deadReasons(topic, member, 1)).containsExactly("data does not fit " + type);
    }

    private List<String> deadReasons(String topic, String member, int enough) {
        var dead = Topics.deadLetters(topic, "notify");
        return TopicReader.read(bootstrap, dead, member, enough).stream()
                .flatMap(
                        r -> Stream.ofNullable(Header.read(r.headers(), Header.DEAD_LETTER_REASON)))
                .toList();
    }
}
