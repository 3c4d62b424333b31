package dev.cairn.rules.evaluation;

import static dev.cairn.rules.evaluation.Shop.DEMO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.contracts.ActivityEvent;
import dev.cairn.contracts.ActivityEvent.ActivityRecorded;
import dev.cairn.contracts.ActivityEvent.ActivityReturned;
import dev.cairn.contracts.ActivityEvent.ActivityVoided;
import dev.cairn.contracts.ActivityEvent.OrderLine;
import dev.cairn.contracts.ActivityEvent.ReturnedLine;
import dev.cairn.contracts.MemberEvent;
import dev.cairn.contracts.RewardEvent.AwardCategory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class EvaluationPropertyTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-07-01T00:00:00Z");
    private static final List<MemberEvent> PROFILE =
            List.of(
                    Shop.enrolled("Europe/Berlin", "2026-01-01T00:00:00Z", "birthday"),
                    Shop.changed("Asia/Tokyo", "2026-03-01T00:00:00Z", "birthday", "interests"),
                    Shop.changed(
                            "America/New_York",
                            "2026-04-01T00:00:00Z",
                            "birthday",
                            "interests",
                            "favouriteStore"));

    @Property(tries = 300)
    void theOrderOfArrivalDoesNotMatter(
            @ForAll("histories") List<ActivityEvent> history, @ForAll Random random) {
        var shuffled = new ArrayList<>(history);
        Collections.shuffle(shuffled, random);
        var profile = new ArrayList<>(PROFILE);
        Collections.shuffle(profile, random);
        assertThat(Evaluation.fold(History.of(shuffled, profile), DEMO, NOW))
                .isEqualTo(fold(history));
    }

    @Property(tries = 300)
    void hearingItTwiceChangesNothing(
            @ForAll("histories") List<ActivityEvent> history, @ForAll Random random) {
        var twice = new ArrayList<>(history);
        history.stream().filter(e -> random.nextBoolean()).forEach(twice::add);
        assertThat(fold(twice)).isEqualTo(fold(history));
    }

    @Property(tries = 300)
    void aReturnInPartsEqualsTheReturnAtOnce(
            @ForAll("histories") List<ActivityEvent> history, @ForAll Random random) {
        var parts = new ArrayList<ActivityEvent>();
        for (var event : history) {
            if (event instanceof ActivityReturned back) {
                parts.addAll(split(back, random));
            } else {
                parts.add(event);
            }
        }
        assertThat(points(fold(parts))).isEqualTo(points(fold(history)));
    }

    @Property(tries = 300)
    void aVoidIsWorthAFullReturn(@ForAll("histories") List<ActivityEvent> history) {
        var first =
                history.stream()
                        .filter(ActivityRecorded.class::isInstance)
                        .findFirst()
                        .orElse(null);
        if (!(first instanceof ActivityRecorded bought)) {
            return;
        }
        var all = bought.lines().stream().map(l -> new ReturnedLine(l.line(), l.quantity()));
        var returned = new ArrayList<>(history);
        returned.add(
                new ActivityReturned(
                        "till", "full", "m-1", bought.activityId(), NOW, all.toList()));
        var voided = new ArrayList<>(history);
        voided.add(new ActivityVoided("till", "gone", "m-1", bought.activityId(), NOW, "why"));
        assertThat(points(fold(voided))).isEqualTo(points(fold(returned)));
    }

    @Property(tries = 300)
    void basePointsAreTheFloorOfWhatWasKept(@ForAll("histories") List<ActivityEvent> history) {
        var expected = 0L;
        for (var order : Orders.of(history).all()) {
            expected += order.net() / 100;
        }
        var base =
                fold(history).awards().stream()
                        .filter(award -> award.category() == AwardCategory.BASE)
                        .mapToLong(Award::points)
                        .sum();
        assertThat(base).isEqualTo(expected);
    }

    @Property(tries = 300)
    void nothingChangesBeforeTheInstantThatIsAnnounced(
            @ForAll("histories") List<ActivityEvent> history, @ForAll Random random) {
        var state = fold(history);
        if (state.nextChangeAt() == null) {
            return;
        }
        var open = Duration.between(NOW, state.nextChangeAt()).toMillis();
        var between = NOW.plusMillis(random.nextLong(open));
        var later = Evaluation.fold(History.of(history, PROFILE), DEMO, between);
        assertThat(later.goals()).isEqualTo(state.goals());
        assertThat(later.awards()).isEqualTo(state.awards());
    }

    @Property(tries = 300)
    void noNewsBeforeTheInstantThatIsAnnounced(
            @ForAll("histories") List<ActivityEvent> history, @ForAll Random random) {
        var state = fold(history);
        var until = state.wakeAt() == null ? NOW.plus(Duration.ofDays(200)) : state.wakeAt();
        var between = NOW.plusMillis(random.nextLong(Duration.between(NOW, until).toMillis()));
        var later = Evaluation.fold(History.of(history, PROFILE), DEMO, between);
        assertThat(later.announcements())
                .containsAll(state.announcements())
                .hasSameSizeAs(state.announcements());
        assertThat(later.tier().orElseThrow().current())
                .isEqualTo(state.tier().orElseThrow().current());
    }

    private static MemberState fold(List<ActivityEvent> history) {
        return Evaluation.fold(History.of(history, PROFILE), DEMO, NOW);
    }

    private static Map<String, Long> points(MemberState state) {
        return state.awards().stream().collect(Collectors.toMap(Award::id, Award::points));
    }

    private static List<ActivityEvent> split(ActivityReturned back, Random random) {
        var parts = new ArrayList<ActivityEvent>();
        for (var line : back.lines()) {
            var left = line.quantity();
            while (left > 0) {
                var some = 1 + random.nextLong(left);
                parts.add(
                        new ActivityReturned(
                                back.source(),
                                back.activityId() + "-" + parts.size(),
                                back.memberId(),
                                back.of(),
                                back.occurredAt().plusSeconds(left),
                                List.of(new ReturnedLine(line.line(), some))));
                left -= some;
            }
        }
        return parts;
    }

    @Provide
    Arbitrary<List<ActivityEvent>> histories() {
        return activities().list().ofMaxSize(40).map(EvaluationPropertyTest::numbered);
    }

    /** Ids are given by position, so that only deliberate duplicates are duplicates. */
    private static List<ActivityEvent> numbered(List<ActivityEvent> events) {
        var numbered = new ArrayList<ActivityEvent>();
        var purchases = 0;
        for (var event : events) {
            var id = String.valueOf(numbered.size());
            numbered.add(
                    switch (event) {
                        case ActivityRecorded e ->
                                new ActivityRecorded(
                                        e.source(),
                                        "o-" + purchases++,
                                        e.memberId(),
                                        e.kind(),
                                        e.occurredAt(),
                                        e.currency(),
                                        e.lines(),
                                        e.attributes());
                        case ActivityReturned e ->
                                new ActivityReturned(
                                        e.source(),
                                        "r-" + id,
                                        e.memberId(),
                                        e.of(),
                                        e.occurredAt(),
                                        e.lines());
                        case ActivityVoided e ->
                                new ActivityVoided(
                                        e.source(),
                                        "v-" + id,
                                        e.memberId(),
                                        e.of(),
                                        e.occurredAt(),
                                        e.reason());
                    });
        }
        return numbered;
    }

    private static Arbitrary<ActivityEvent> activities() {
        var times =
                Arbitraries.longs()
                        .between(0, 180 * 24 * 60)
                        .map(m -> START.plus(Duration.ofMinutes(m)));
        var orders = Arbitraries.integers().between(0, 20).map(i -> "o-" + i);
        var lines =
                Combinators.combine(
                                Arbitraries.longs().between(1, 5),
                                Arbitraries.longs().between(0, 5_000))
                        .as((quantity, price) -> List.of(quantity, price))
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(3)
                        .map(EvaluationPropertyTest::lines);
        var returned =
                Combinators.combine(
                                Arbitraries.longs().between(1, 3),
                                Arbitraries.longs().between(1, 4))
                        .as((line, quantity) -> new ReturnedLine(String.valueOf(line), quantity))
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(2);
        Arbitrary<ActivityEvent> purchase =
                Combinators.combine(times, lines)
                        .as(
                                (time, l) ->
                                        new ActivityRecorded(
                                                "till",
                                                "?",
                                                "m-1",
                                                "purchase",
                                                time,
                                                "GBP",
                                                l,
                                                Map.of()));
        Arbitrary<ActivityEvent> back =
                Combinators.combine(times, orders, returned)
                        .as((time, of, l) -> new ActivityReturned("till", "?", "m-1", of, time, l));
        Arbitrary<ActivityEvent> gone =
                Combinators.combine(times, orders)
                        .as(
                                (time, of) ->
                                        new ActivityVoided(
                                                "till", "?", "m-1", of, time, "mistake"));
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(6, purchase),
                net.jqwik.api.Tuple.of(3, back),
                net.jqwik.api.Tuple.of(1, gone));
    }

    private static List<OrderLine> lines(List<List<Long>> amounts) {
        return LongStream.range(0, amounts.size())
                .mapToObj(
                        i ->
                                Shop.line(
                                        String.valueOf(i + 1),
                                        amounts.get((int) i).get(0),
                                        amounts.get((int) i).get(1)))
                .toList();
    }
}
