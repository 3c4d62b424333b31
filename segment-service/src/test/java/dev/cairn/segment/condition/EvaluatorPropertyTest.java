package dev.cairn.segment.condition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.segment.condition.Condition.AgeLeaf;
import dev.cairn.segment.condition.Condition.All;
import dev.cairn.segment.condition.Condition.Any;
import dev.cairn.segment.condition.Condition.Leaf;
import dev.cairn.segment.condition.Condition.ListLeaf;
import dev.cairn.segment.condition.Condition.Not;
import dev.cairn.segment.condition.Condition.NumberLeaf;
import dev.cairn.segment.condition.Condition.PresenceLeaf;
import dev.cairn.segment.condition.Condition.TextLeaf;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Compares the evaluator with a naive one that knows nothing of timers. */
class EvaluatorPropertyTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Property(tries = 500)
    void theEvaluatorAgreesWithTheNaiveOne(
            @ForAll("trees") Condition tree,
            @ForAll("members") MemberFacts facts,
            @ForAll("instants") Instant now) {
        assertThat(Evaluator.of(tree).met(facts, now)).isEqualTo(naive(tree, facts, now));
    }

    @Property(tries = 500)
    void nothingChangesBeforeTheTimerAndTheAnswerChangesAtIt(
            @ForAll("trees") Condition tree,
            @ForAll("members") MemberFacts facts,
            @ForAll("instants") Instant now) {
        var evaluator = Evaluator.of(tree);
        boolean answer = evaluator.met(facts, now);
        Optional<Instant> next = evaluator.nextChangeAt(facts, now);

        for (Instant edge : edges(tree, facts).tailSet(now, false)) {
            if (next.isEmpty() || edge.isBefore(next.get())) {
                assertThat(naive(tree, facts, edge)).isEqualTo(answer);
            }
        }
        next.ifPresent(
                at -> {
                    assertThat(at).isAfter(now);
                    assertThat(naive(tree, facts, at.minusNanos(1))).isEqualTo(answer);
                    assertThat(naive(tree, facts, at)).isNotEqualTo(answer);
                });
    }

    @Provide
    Arbitrary<Condition> trees() {
        return tree(3);
    }

    @Provide
    Arbitrary<MemberFacts> members() {
        Arbitrary<String> zones = Arbitraries.of("UTC", "Europe/Berlin", "Asia/Kathmandu");
        Arbitrary<List<Instant>> purchases = instants().list().ofMaxSize(8);
        Arbitrary<Long> nets = Arbitraries.longs().between(1, 20_000);
        return Combinators.combine(zones, instants(), purchases, nets)
                .as(
                        (zone, joined, times, net) -> {
                            var member = FactsBuilder.aMember().in(zone).joined(joined).points(net);
                            times.forEach(at -> member.bought(at, net));
                            return member.facts();
                        });
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Arbitraries.longs()
                .between(0, Duration.ofDays(200).toMillis())
                .map(millis -> START.plus(millis, ChronoUnit.MILLIS));
    }

    private Arbitrary<Condition> tree(int depth) {
        Arbitrary<Condition> leaf = leaves().map(Condition.class::cast);
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<List<Condition>> parts = tree(depth - 1).list().ofMinSize(1).ofMaxSize(3);
        return Arbitraries.oneOf(
                leaf, parts.map(All::new), parts.map(Any::new), tree(depth - 1).map(Not::new));
    }

    private Arbitrary<Leaf> leaves() {
        Arbitrary<Optional<Window>> windows =
                Arbitraries.integers().between(1, 120).map(Window::new).optional();
        Arbitrary<Leaf> counts =
                Combinators.combine(
                                windows,
                                Arbitraries.of(NumberOp.class),
                                Arbitraries.longs().between(0, 6))
                        .as((w, op, n) -> new NumberLeaf(NumberField.PURCHASES, w, op, n));
        Arbitrary<Leaf> spends =
                Combinators.combine(
                                windows,
                                Arbitraries.of(NumberOp.class),
                                Arbitraries.longs().between(0, 60_000))
                        .as((w, op, n) -> new NumberLeaf(NumberField.NET_SPEND, w, op, n));
        Arbitrary<Leaf> ages =
                Combinators.combine(
                                Arbitraries.of(MomentField.class),
                                Arbitraries.of(AgeOp.class),
                                Arbitraries.of("P1D", "P30D", "P45D", "P3M", "P2W", "P1M10D"))
                        .as((field, op, age) -> new AgeLeaf(field, op, Period.parse(age)));
        Arbitrary<Leaf> others =
                Arbitraries.of(
                        new PresenceLeaf(MomentField.LAST_PURCHASE_AT, true),
                        new PresenceLeaf(MomentField.LAST_PURCHASE_AT, false),
                        new TextLeaf(TextField.COUNTRY, List.of("DE")),
                        new ListLeaf(ListField.INTERESTS, "tea"));
        return Arbitraries.oneOf(counts, spends, ages, others);
    }

    /** Every instant at which a leaf could possibly change. */
    private static TreeSet<Instant> edges(Condition tree, MemberFacts facts) {
        var edges = new TreeSet<Instant>();
        switch (tree) {
            case All all -> all.parts().forEach(part -> edges.addAll(edges(part, facts)));
            case Any any -> any.parts().forEach(part -> edges.addAll(edges(part, facts)));
            case Not not -> edges.addAll(edges(not.part(), facts));
            case NumberLeaf leaf ->
                    leaf.window()
                            .ifPresent(
                                    window ->
                                            facts.days()
                                                    .forEach(
                                                            day ->
                                                                    edges.add(
                                                                            day.day()
                                                                                    .plusDays(
                                                                                            window
                                                                                                    .days())
                                                                                    .atStartOfDay(
                                                                                            facts
                                                                                                    .zone())
                                                                                    .toInstant())));
            case AgeLeaf leaf ->
                    leaf.field()
                            .of(facts)
                            .ifPresent(
                                    at ->
                                            edges.add(
                                                    at.atZone(facts.zone())
                                                            .plus(leaf.age())
                                                            .toInstant()));
            case PresenceLeaf none -> {}
            case TextLeaf none -> {}
            case ListLeaf none -> {}
        }
        return edges;
    }

    private static boolean naive(Condition tree, MemberFacts facts, Instant now) {
        return switch (tree) {
            case All all -> all.parts().stream().allMatch(part -> naive(part, facts, now));
            case Any any -> any.parts().stream().anyMatch(part -> naive(part, facts, now));
            case Not not -> !naive(not.part(), facts, now);
            case NumberLeaf leaf -> leaf.op().holds(naiveValue(leaf, facts, now), leaf.wanted());
            case AgeLeaf leaf -> {
                var at = leaf.field().of(facts);
                yield at.isPresent()
                        && (leaf.op() == AgeOp.WITHIN)
                                == at.get()
                                        .atZone(facts.zone())
                                        .plus(leaf.age())
                                        .isAfter(now.atZone(facts.zone()));
            }
            case PresenceLeaf leaf -> leaf.field().of(facts).isPresent() == leaf.present();
            case TextLeaf leaf -> leaf.wanted().contains(leaf.field().of(facts).orElse(""));
            case ListLeaf leaf -> leaf.field().of(facts).contains(leaf.wanted());
        };
    }

    private static long naiveValue(NumberLeaf leaf, MemberFacts facts, Instant now) {
        if (leaf.window().isEmpty()) {
            return leaf.field().of(facts);
        }
        var today = now.atZone(facts.zone()).toLocalDate();
        return facts.days().stream()
                .filter(d -> ChronoUnit.DAYS.between(d.day(), today) < leaf.window().get().days())
                .mapToLong(leaf.field()::of)
                .sum();
    }
}
