package dev.cairn.rules.award;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.contracts.RewardEvent.AwardCategory;
import dev.cairn.rules.evaluation.Award;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ReconciliationTest {
    private static final Instant TIME = Instant.parse("2026-03-01T10:00:00Z");

    private static Award award(String id, long points, long firstWorth, Instant time) {
        return new Award(
                id, "rule", AwardCategory.BASE, points, firstWorth, time, null, "o-1", "Because.");
    }

    private static Award award(long points) {
        return award("a", points, points, TIME);
    }

    private static Map<String, Register> apply(
            Map<String, Register> registers, List<Award> awards) {
        var result = new TreeMap<>(registers);
        Reconciliation.changes(registers, awards).forEach(r -> result.put(r.awardId(), r));
        return result;
    }

    @Test
    void anAwardIsSetOnce() {
        var registers = apply(Map.of(), List.of(award(30)));
        assertThat(registers.get("a").revision()).isEqualTo(1);
        assertThat(Reconciliation.changes(registers, List.of(award(30)))).isEmpty();
    }

    @Test
    void nothingIsSetForNothing() {
        assertThat(Reconciliation.changes(Map.of(), List.of(award(0)))).isEmpty();
    }

    @Test
    void whatWasWorthMoreAtFirstIsSetTwice() {
        var changes = Reconciliation.changes(Map.of(), List.of(award("a", 0, 12, TIME)));
        assertThat(changes).extracting(Register::points).containsExactly(12L, 0L);
        assertThat(changes).extracting(Register::revision).containsExactly(1L, 2L);
        assertThat(changes).extracting(Register::firstPoints).containsOnly(12L);
    }

    @Test
    void anAwardThatIsGoneIsLoweredToNothingOnce() {
        var registers = apply(Map.of(), List.of(award(30)));
        var gone = apply(registers, List.of());
        assertThat(gone.get("a").points()).isZero();
        assertThat(gone.get("a").revision()).isEqualTo(2);
        assertThat(Reconciliation.changes(gone, List.of())).isEmpty();
    }

    @Test
    void anotherDateIsAChangeAsLongAsThereIsSomethingToDate() {
        var registers = apply(Map.of(), List.of(award(30)));
        var later = TIME.plusSeconds(1);
        assertThat(Reconciliation.changes(registers, List.of(award("a", 30, 30, later))))
                .hasSize(1);
        var gone = apply(registers, List.of(award("a", 0, 30, TIME)));
        assertThat(Reconciliation.changes(gone, List.of(award("a", 0, 30, later)))).isEmpty();
    }

    @Property
    void registersEndWhereTheLastAwardsAreWhateverCameBefore(
            @ForAll("awards") @Size(max = 8) List<List<Award>> steps) {
        Map<String, Register> registers = Map.of();
        for (var awards : steps) {
            var changes = Reconciliation.changes(registers, awards);
            for (var change : changes) {
                var before = registers.get(change.awardId());
                assertThat(change.revision()).isGreaterThan(before == null ? 0 : before.revision());
            }
            registers = apply(registers, awards);
        }
        var last = steps.isEmpty() ? List.<Award>of() : steps.getLast();
        var wanted = new TreeMap<String, Long>();
        last.stream().filter(a -> a.points() > 0).forEach(a -> wanted.put(a.id(), a.points()));
        var found = new TreeMap<String, Long>();
        registers.values().stream()
                .filter(r -> r.points() > 0)
                .forEach(r -> found.put(r.awardId(), r.points()));
        assertThat(found).isEqualTo(wanted);
    }

    @Provide
    Arbitrary<List<List<Award>>> awards() {
        return Arbitraries.maps(
                        Arbitraries.of("a", "b", "c", "d"), Arbitraries.longs().between(0, 3))
                .map(
                        worth -> {
                            var awards = new ArrayList<Award>();
                            worth.forEach((id, points) -> awards.add(award(id, points, 3, TIME)));
                            return (List<Award>) awards;
                        })
                .list();
    }
}
