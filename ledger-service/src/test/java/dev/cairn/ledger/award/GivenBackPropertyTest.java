package dev.cairn.ledger.award;

import static dev.cairn.ledger.award.Book.award;
import static dev.cairn.ledger.award.Book.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.contracts.RewardEvent.AwardSet;
import dev.cairn.ledger.currency.Currency;
import dev.cairn.ledger.currency.Currency.BeyondBalance;
import dev.cairn.ledger.currency.PointsOf;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Points that were given away and given back are worth what they were. */
class GivenBackPropertyTest {

    /** Whatever is spent, reserved, returned or runs out, before or after the gifts. */
    @Property(tries = 500)
    void giftsToAndFroCostNothing(
            @ForAll("currencies") Currency currency,
            @ForAll("amounts") List<Long> worths,
            @ForAll("amounts") List<Long> gifts,
            @ForAll("amounts") List<Long> returns,
            @ForAll @IntRange(max = 400) int spent,
            @ForAll @IntRange(max = 200) int held,
            @ForAll @IntRange(max = 40) int today) {
        var kept = new Book(currency);
        var lent = new Book(currency);
        var friend = new Friend();
        for (var which = 0; which < worths.size(); which++) {
            kept.set(awardOf(which, 1, worths.get(which)));
            lent.set(awardOf(which, 1, worths.get(which)));
        }
        gifts.forEach(points -> lent.change(a -> friend.borrow(a, points, day(0))));
        for (var book : List.of(kept, lent)) {
            book.hold(held);
            book.spend(spent);
            book.passUntil(day(today));
            for (var i = 0; i < returns.size(); i++) {
                var which = i % worths.size();
                var left = Math.max(0, worths.get(which) - returns.get(i));
                book.set(awardOf(which, i + 2, left));
            }
        }

        assertThat(lent.registers()).isEqualTo(kept.registers());
        assertThat(lent.balance())
                .usingRecursiveComparison()
                .ignoringFields("version")
                .isEqualTo(kept.balance());
    }

    /** Each award has a last day of its own; the second one has none. */
    private static AwardSet awardOf(int which, long revision, long points) {
        return award("a" + which, revision, points, null, which == 1 ? null : day(5 + 6 * which));
    }

    @Provide
    Arbitrary<Currency> currencies() {
        return Arbitraries.of(
                Currency.named("points"),
                PointsOf.beyond(BeyondBalance.CLIP),
                PointsOf.beyond(BeyondBalance.FORBID),
                PointsOf.ownLotsOnly(BeyondBalance.CLIP));
    }

    @Provide
    Arbitrary<List<Long>> amounts() {
        return Arbitraries.longs().between(1, 300).list().ofMinSize(1).ofMaxSize(6);
    }
}
