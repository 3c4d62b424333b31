package dev.cairn.segment.definition;

import static dev.cairn.segment.condition.FactsBuilder.aMember;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.segment.condition.MemberFacts;
import dev.cairn.segment.definition.SegmentFile.Invalid;
import dev.cairn.segment.definition.SegmentFile.Valid;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SegmentFileTest {
    private static final List<Segment> DEMO = demo();
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void theDemoFileHasFiveSegmentsWithObjectives() {
        assertThat(DEMO)
                .extracting(Segment::id)
                .containsExactly("new", "active", "at-risk", "lapsed", "champion");
        assertThat(DEMO).allSatisfy(s -> assertThat(s.objective()).endsWith("."));
        assertThat(DEMO.get(2).titleIn(List.of(Locale.GERMANY))).isEqualTo("Gefährdet");
        assertThat(DEMO.get(2).titleIn(List.of(Locale.FRENCH))).isEqualTo("At risk");
    }

    @Test
    void whoJustJoinedIsNewUntilTheSecondPurchase() {
        var joined = aMember().in("UTC").joined("2026-02-20T00:00:00Z");

        assertThat(segmentsOf(joined.facts())).containsExactly("new");
        joined.bought("2026-02-21T00:00:00Z", 100);
        assertThat(segmentsOf(joined.facts())).containsExactly("new", "active");
        joined.bought("2026-02-22T00:00:00Z", 100);
        assertThat(segmentsOf(joined.facts())).containsExactly("active");
    }

    @Test
    void activeAtRiskAndLapsedFollowEachOtherWithoutGapOrOverlap() {
        var old = aMember().in("UTC").joined("2025-01-01T00:00:00Z");

        assertThat(segmentsOf(old.bought(NOW.minusSeconds(90 * 86_400), 1).facts()))
                .containsExactly("lapsed");
        assertThat(segmentsOf(old.bought(NOW.minusSeconds(90 * 86_400).plusMillis(1), 1).facts()))
                .containsExactly("at-risk");
        assertThat(segmentsOf(old.bought(NOW.minusSeconds(45 * 86_400), 1).facts()))
                .containsExactly("at-risk");
        assertThat(segmentsOf(old.bought(NOW.minusSeconds(45 * 86_400).plusMillis(1), 1).facts()))
                .containsExactly("active");
    }

    @Test
    void aChampionBuysOftenAndMuch() {
        var member = aMember().in("UTC").joined("2025-01-01T00:00:00Z");
        for (int day = 1; day <= 5; day++) {
            member.bought("2026-02-0" + day + "T10:00:00Z", 5_999);
        }

        assertThat(segmentsOf(member.facts())).containsExactly("active");
        assertThat(segmentsOf(member.bought("2026-02-09T10:00:00Z", 5).facts()))
                .containsExactly("active", "champion");
    }

    @Test
    void aFileWithMistakesIsRefusedWithAllOfThem() {
        var reading =
                SegmentFile.read(
                        """
                        segments:
                          - {id: New!, version: 0, title: {de: x}, objective: "", condition: {}}
                          - id: b
                            version: 1
                            colour: red
                            title: {en: B}
                            objective: Something.
                            condition: {field: purchases, op: gte, value: 1}
                          - {id: b, version: 1, title: {en: B}, objective: x, condition: []}
                        """);

        assertThat(reading).isInstanceOf(Invalid.class);
        assertThat(((Invalid) reading).sentences())
                .containsExactlyInAnyOrder(
                        "segments[0]: 'id' must be lower-case letters, digits and dashes",
                        "segments[0]: 'version' must be a whole number of at least 1",
                        "segments[0]: 'title' must have at least the language 'en'",
                        "segments[0]: 'objective' must say what the segment is for",
                        "segments[0].condition: a condition has exactly one of: all, any, not,"
                                + " field",
                        "segments[1]: unknown word 'colour'",
                        "segments[2].condition: a condition must be an object such as"
                                + " {\"all\": […]}",
                        "segments[2]: another segment has the same id");
    }

    @Test
    void brokenYamlIsOneSentence() {
        assertThat(SegmentFile.read("segments: [")).isInstanceOf(Invalid.class);
        assertThat(SegmentFile.read("segments: 1\nsegments: 2")).isInstanceOf(Invalid.class);
        assertThat(SegmentFile.read("")).isInstanceOf(Invalid.class);
    }

    private static List<String> segmentsOf(MemberFacts facts) {
        return DEMO.stream().filter(s -> s.evaluator().met(facts, NOW)).map(Segment::id).toList();
    }

    private static List<Segment> demo() {
        try (var file = SegmentFileTest.class.getResourceAsStream("/segments/cairn-demo.yaml")) {
            var text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return ((Valid) SegmentFile.read(text)).segments();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
