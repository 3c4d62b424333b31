package dev.cairn.segment.aggregate;

import static dev.cairn.segment.Shop.purchase;
import static dev.cairn.segment.Shop.takeBack;
import static dev.cairn.segment.Shop.voided;
import static dev.cairn.segment.aggregate.OrderBookTest.NOON;
import static dev.cairn.segment.aggregate.OrderBookTest.ZONE;
import static dev.cairn.segment.aggregate.OrderBookTest.book;
import static dev.cairn.segment.aggregate.OrderBookTest.figures;
import static dev.cairn.segment.aggregate.OrderBookTest.nobody;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.contracts.ActivityEvent;
import dev.cairn.contracts.ActivityEvent.ActivityVoided;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class OrderBookPropertyTest {
    @Property(tries = 300)
    void anyOrderAnyDuplicatesAndAnyBatchesGiveTheSameTotals(
            @ForAll("histories") List<ActivityEvent> history, @ForAll long seed) {
        var shuffled = new ArrayList<>(history);
        shuffled.addAll(history);
        Collections.shuffle(shuffled, new Random(seed));

        var straight = figures(book(history.toArray(ActivityEvent[]::new)), nobody());
        var member = nobody();
        List<Activity> kept = List.of();
        for (var event : shuffled) {
            // each event a batch of its own, as if the service had restarted in between
            var book = new OrderBook(kept);
            book.apply(event, ZONE);
            kept = merge(kept, book.changed());
            member = figures(book, member);
        }

        assertThat(member.totals().purchases()).isEqualTo(straight.totals().purchases());
        assertThat(member.totals().netSpend()).isEqualTo(straight.totals().netSpend());
        assertThat(member.days()).isEqualTo(straight.days());
    }

    @Provide
    Arbitrary<List<ActivityEvent>> histories() {
        Arbitrary<String> orders = Arbitraries.of("o1", "o2", "o3");
        Arbitrary<Instant> times = Arbitraries.longs().between(0, 2_000_000).map(NOON::plusSeconds);
        Arbitrary<ActivityEvent> returns =
                Combinators.combine(
                                Arbitraries.of("r1", "r2", "r3", "r4"),
                                times,
                                Arbitraries.longs().between(1, 2))
                        .as((id, at, n) -> takeBack("m", id, "o" + id.charAt(1), at, n));
        Arbitrary<ActivityEvent> voids =
                Arbitraries.of("o1", "o2", "r1", "r2").map(of -> voided("m", of, NOON));
        Arbitrary<ActivityEvent> purchases =
                Combinators.combine(orders, times)
                        .as((id, at) -> purchase("m", id, at, 100 + id.charAt(1)));
        return Arbitraries.oneOf(purchases, returns, voids)
                .list()
                .ofMaxSize(10)
                .uniqueElements(
                        e -> e instanceof ActivityVoided v ? "void" + v.of() : e.activityId());
    }

    private static List<Activity> merge(List<Activity> kept, List<Activity> changed) {
        var all = new LinkedHashMap<ActivityKey, Activity>();
        kept.forEach(a -> all.put(a.key(), a));
        changed.forEach(a -> all.put(a.key(), a));
        return List.copyOf(all.values());
    }
}
