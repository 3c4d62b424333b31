package dev.cairn.segment.membership;

import static dev.cairn.segment.condition.FactsBuilder.aMember;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.segment.condition.FactsBuilder;
import dev.cairn.segment.definition.Segment;
import dev.cairn.segment.definition.SegmentFile;
import dev.cairn.segment.definition.SegmentFile.Valid;
import dev.cairn.segment.membership.Moves.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MovesTest {
    private static final Instant BOUGHT = Instant.parse("2026-01-01T12:00:00Z");
    private static final List<Segment> SEGMENTS =
            segments(
                    """
                    segments:
                      - {id: active, version: 3, title: {en: A}, objective: Keep.,
                         condition: {field: lastPurchaseAt, op: within, value: P45D}}
                      - {id: at-risk, version: 1, title: {en: R}, objective: Win.,
                         condition: {all: [
                           {field: lastPurchaseAt, op: before, value: P45D},
                           {field: lastPurchaseAt, op: within, value: P90D}]}}
                      - {id: lapsed, version: 1, title: {en: L}, objective: Ask.,
                         condition: {field: lastPurchaseAt, op: before, value: P90D}}
                    """);

    @Test
    void aPurchaseEntersWithItsCauseAndArmsTheTimer() {
        var decision =
                Moves.afterChange(
                        SEGMENTS,
                        standing(false, null),
                        member().facts(),
                        member().bought(BOUGHT, 100).facts(),
                        MoveCause.ACTIVITY,
                        BOUGHT.plusSeconds(5));

        assertThat(decision.moves())
                .containsExactly(
                        new Move(
                                "m",
                                "active",
                                3,
                                Move.Direction.ENTERED,
                                MoveCause.ACTIVITY,
                                BOUGHT.plusSeconds(5)));
        assertThat(decision.dueAt()).contains(after(45));
    }

    @Test
    void whatStaysIsNoMove() {
        var facts = member().bought(BOUGHT, 100).facts();

        var decision =
                Moves.afterChange(
                        SEGMENTS,
                        standing(false, after(45), "active"),
                        facts,
                        facts,
                        MoveCause.POINTS,
                        after(44));

        assertThat(decision.moves()).isEmpty();
        assertThat(decision.dueAt()).contains(after(45));
    }

    @Test
    void timePassesStepByStepAndEachStepHasItsInstant() {
        var decision =
                Moves.asTimePasses(
                        SEGMENTS,
                        standing(false, after(45), "active"),
                        member().bought(BOUGHT, 100).facts(),
                        after(200));

        assertThat(texts(decision.moves()))
                .containsExactly(
                        "EXITED active TIME " + after(45),
                        "ENTERED at-risk TIME " + after(45),
                        "EXITED at-risk TIME " + after(90),
                        "ENTERED lapsed TIME " + after(90));
        assertThat(decision.dueAt()).isEmpty();
    }

    @Test
    void nothingFallsDueBeforeItsTime() {
        var decision =
                Moves.asTimePasses(
                        SEGMENTS,
                        standing(false, after(45), "active"),
                        member().bought(BOUGHT, 100).facts(),
                        after(45).minusNanos(1));

        assertThat(decision.moves()).isEmpty();
        assertThat(decision.dueAt()).contains(after(45));
    }

    @Test
    void aLoginThatComesAfterTheTimerIsNotBlamedForTheExit() {
        var facts = member().bought(BOUGHT, 100).facts();

        var decision =
                Moves.afterChange(
                        SEGMENTS,
                        standing(false, after(45), "active"),
                        facts,
                        facts,
                        MoveCause.ACTIVITY,
                        after(46));

        assertThat(texts(decision.moves()))
                .containsExactly(
                        "EXITED active TIME " + after(45), "ENTERED at-risk TIME " + after(45));
    }

    @Test
    void aPurchaseThatArrivesLateKeepsTheMemberFromEverHavingBeenAtRisk() {
        var decision =
                Moves.afterChange(
                        SEGMENTS,
                        standing(false, after(45), "active"),
                        member().bought(BOUGHT, 100).facts(),
                        member().bought(BOUGHT, 100).bought(after(44), 100).facts(),
                        MoveCause.ACTIVITY,
                        after(46));

        assertThat(decision.moves()).isEmpty();
        assertThat(decision.dueAt()).contains(after(89));
    }

    @Test
    void aThousandCrossingsInOneBatchAreAtMostOneMove() {
        var before = member().facts();
        var after = member().bought(BOUGHT, 100).facts();

        var decision =
                Moves.afterChange(
                        SEGMENTS, standing(false, null), before, after, MoveCause.ACTIVITY, BOUGHT);

        assertThat(decision.moves()).hasSize(1);
    }

    @Test
    void aNewDefinitionIsTheCauseOfWhatItMoves() {
        var facts = member().bought(BOUGHT, 100).facts();

        var decision =
                Moves.afterChange(
                        SEGMENTS,
                        standing(true, null, "lapsed", "gone-from-the-file"),
                        facts,
                        facts,
                        MoveCause.ACTIVITY,
                        after(1));

        assertThat(texts(decision.moves()))
                .containsExactly(
                        "EXITED lapsed DEFINITION " + after(1),
                        "EXITED gone-from-the-file DEFINITION " + after(1),
                        "ENTERED active DEFINITION " + after(1));
    }

    private static FactsBuilder member() {
        return aMember().in("UTC");
    }

    private static Instant after(int days) {
        return BOUGHT.plus(Duration.ofDays(days));
    }

    private static Standing standing(boolean stale, Instant dueAt, String... in) {
        Map<String, Membership> memberships = new TreeMap<>();
        Arrays.stream(in).forEach(id -> memberships.put(id, new Membership("m", id, 1, BOUGHT)));
        return new Standing("m", memberships, stale, Optional.ofNullable(dueAt));
    }

    private static List<String> texts(List<Move> moves) {
        return moves.stream()
                .map(m -> m.direction() + " " + m.segment() + " " + m.cause() + " " + m.at())
                .toList();
    }

    private static List<Segment> segments(String text) {
        return ((Valid) SegmentFile.read(text)).segments();
    }
}
