package dev.cairn.ledger.award;

import dev.cairn.contracts.RewardEvent.AwardSet;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** What properties of awards are tried with. */
final class ManyAwards {
    private ManyAwards() {}

    static Arbitrary<Long> points() {
        return Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(0L)),
                Tuple.of(5, Arbitraries.longs().between(1, 300)));
    }

    static Arbitrary<List<Long>> amounts() {
        return Arbitraries.longs().between(1, 500).list().ofMinSize(1).ofMaxSize(8);
    }

    static Arbitrary<List<AwardSet>> revisions() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 3), points(), Arbitraries.of(10, 20, 40))
                .as((number, points, lasts) -> new Step.Set(number, points, 0, lasts))
                .list()
                .ofMaxSize(12)
                .map(ManyAwards::numbered);
    }

    private static List<AwardSet> numbered(List<Step.Set> sets) {
        var awards = new ArrayList<AwardSet>();
        for (var i = 0; i < sets.size(); i++) {
            awards.add(Step.revisionOf(sets.get(i), i + 1));
        }
        return awards;
    }
}
