package dev.cairn.ledger.household;

import static dev.cairn.ledger.transfer.Ledgers.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.ledger.account.BusinessKey;
import dev.cairn.ledger.account.Lot;
import dev.cairn.ledger.household.HouseholdConfig.OnLeave;
import dev.cairn.ledger.transfer.Gift;
import dev.cairn.ledger.transfer.Ledgers;
import dev.cairn.ledger.transfer.TransferAlgebra;
import dev.cairn.ledger.transfer.TransferAlgebra.Way;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class HouseholdAlgebraPropertyTest {
    private static final String POOL = "hh-1";

    /** What may happen in a household. */
    record Step(What what, int member, long points) {}

    enum What {
        JOIN,
        LEAVE,
        DONATE,
        WITHDRAW,
        PASS
    }

    /** Joining, leaving, giving and taking, in any order, creates no point and loses none. */
    @Property(tries = 400)
    void noPointIsCreatedLostOrMadeYounger(
            @ForAll("steps") List<Step> script, @ForAll OnLeave rule) {
        var game = new Game(rule);
        var total = game.ledgers.total();
        var ends = game.ends();
        for (var step : script) {
            game.play(step);
            game.ledgers.check();
            assertThat(game.ledgers.total()).isEqualTo(total);
        }
        assertThat(ends).containsAll(game.ends());
    }

    /** With the last member the last point goes. */
    @Property(tries = 200)
    void nothingIsLeftWhenEverybodyLeft(@ForAll("steps") List<Step> script, @ForAll OnLeave rule) {
        var game = new Game(rule);
        script.forEach(game::play);

        List.copyOf(game.members).forEach(game::leave);

        game.ledgers.check();
        assertThat(game.ledgers.of(POOL).balance().active()).isZero();
    }

    /** A household of members with points of different age, one of them in debt. */
    private static final class Game {
        private final Ledgers ledgers = new Ledgers();
        private final Set<String> members = new TreeSet<>();
        private final Map<String, Set<UUID>> given = new HashMap<>();
        private final OnLeave rule;
        private int steps;
        private int today;

        private Game(OnLeave rule) {
            this.rule = rule;
            for (var i = 0; i < 4; i++) {
                ledgers.grant("m" + i, 100, day(-i), i == 0 ? null : day(10L * i));
            }
            ledgers.owe("m4", 30);
        }

        private void play(Step step) {
            var member = "m" + step.member();
            switch (step.what()) {
                case JOIN -> members.add(member);
                case LEAVE -> leave(member);
                case DONATE -> donate(member, step.points());
                case WITHDRAW -> withdraw(member, step.points());
                case PASS -> ledgers.pass(day(today += (int) step.points() / 20));
            }
        }

        private void donate(String member, long wish) {
            var points = Math.min(wish, ledgers.of(member).balance().active());
            if (members.contains(member) && points > 0) {
                var before = lots();
                TransferAlgebra.give(way(member, POOL, Gift.Kind.DONATION), points);
                var fresh = lots();
                fresh.removeAll(before);
                given.computeIfAbsent(member, m -> new HashSet<>()).addAll(fresh);
            }
        }

        private void withdraw(String member, long wish) {
            var points = Math.min(wish, ledgers.of(POOL).balance().active());
            if (members.contains(member) && points > 0) {
                TransferAlgebra.give(way(POOL, member, Gift.Kind.WITHDRAWAL), points);
            }
        }

        private void leave(String member) {
            if (members.contains(member)) {
                var lots = given.getOrDefault(member, Set.of());
                var last = members.size() == 1;
                var share = HouseholdAlgebra.share(ledgers.of(POOL), lots, last, rule);
                TransferAlgebra.move(way(POOL, member, Gift.Kind.SHARE), share);
                members.remove(member);
            }
        }

        private Way way(String from, String to, Gift.Kind kind) {
            var key = new BusinessKey("step:" + steps++);
            return new Way(ledgers.of(from), ledgers.of(to), key, kind, day(today));
        }

        private Set<UUID> lots() {
            return ledgers.of(POOL).lots().stream().map(Lot::id).collect(Collectors.toSet());
        }

        /** All ages that any points have. */
        private Set<String> ends() {
            return ledgers.all().stream()
                    .flatMap(account -> account.lots().stream())
                    .map(lot -> lot.earnedAt() + " to " + lot.expiresAt())
                    .collect(Collectors.toSet());
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(
                                What.JOIN,
                                What.JOIN,
                                What.LEAVE,
                                What.DONATE,
                                What.DONATE,
                                What.DONATE,
                                What.WITHDRAW,
                                What.PASS),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.longs().between(1, 120))
                .as(Step::new)
                .list()
                .ofMaxSize(40);
    }
}
