package dev.cairn.ledger.points;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.ledger.account.AccountId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class StatementPropertyTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-01");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Provide
    Arbitrary<Stand> stands() {
        var amounts = Arbitraries.longs().between(-1_000_000, 1_000_000);
        return Combinators.combine(amounts, amounts, amounts).as(Stand::new);
    }

    private static Statement statement(Stand opening, List<Stand> changes) {
        var lines =
                changes.stream()
                        .map(
                                change ->
                                        new Statement.Line(
                                                new UUID(0, 1),
                                                "earned",
                                                1,
                                                "r",
                                                NOON,
                                                NOON,
                                                change))
                        .toList();
        return Statement.of(AccountId.of("m-1"), DAY, DAY, opening, lines);
    }

    @Property
    void openingAndLinesAddUpToClosing(
            @ForAll("stands") Stand opening,
            @ForAll List<@net.jqwik.api.From("stands") Stand> all) {
        var statement = statement(opening, all);

        assertThat(statement.closing().balance())
                .isEqualTo(opening.balance() + all.stream().mapToLong(Stand::balance).sum());
        assertThat(statement.closing().pending())
                .isEqualTo(opening.pending() + all.stream().mapToLong(Stand::pending).sum());
        assertThat(statement.closing().held())
                .isEqualTo(opening.held() + all.stream().mapToLong(Stand::held).sum());
    }

    @Property
    void statementsOfNeighbouringDaysJoin(
            @ForAll("stands") Stand opening,
            @ForAll List<@net.jqwik.api.From("stands") Stand> first,
            @ForAll List<@net.jqwik.api.From("stands") Stand> second) {
        var both = new java.util.ArrayList<>(first);
        both.addAll(second);

        var joined = statement(statement(opening, first).closing(), second);

        assertThat(joined.closing()).isEqualTo(statement(opening, both).closing());
    }
}
