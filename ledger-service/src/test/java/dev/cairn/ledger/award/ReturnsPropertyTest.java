package dev.cairn.ledger.award;

import static dev.cairn.ledger.award.Book.award;
import static dev.cairn.ledger.award.Book.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.contracts.RewardEvent.AwardSet;
import dev.cairn.ledger.currency.Currency.BeyondBalance;
import dev.cairn.ledger.currency.PointsOf;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** However returns are split and ordered. */
class ReturnsPropertyTest {

    /** However a full return is split, exactly what was earned is taken back. */
    @Property(tries = 300)
    void anyPartitionOfAFullReturnTakesBackTheWholeAward(
            @ForAll("amounts") List<Long> parts, @ForAll("points") long spent) {
        var total = parts.stream().mapToLong(Long::longValue).sum();
        var book = new Book();
        book.set(award("base:1", 1, total));
        book.spend(Math.min(spent, total));
        var left = total;
        for (var i = 0; i < parts.size(); i++) {
            left -= parts.get(i);
            book.set(award("base:1", i + 2, left));
        }

        assertThat(book.balance().reversed()).isEqualTo(total);
        assertThat(book.balance().visible()).isEqualTo(-Math.min(spent, total));
    }

    /**
     * The same under the other policies; what was spent is waived, or keeps all from being taken.
     */
    @Property(tries = 300)
    void anyPartitionOfAFullReturnIsTakenWaivedOrRefusedAsAWhole(
            @ForAll("amounts") List<Long> parts, @ForAll("points") long spent) {
        var total = parts.stream().mapToLong(Long::longValue).sum();
        var gone = Math.min(spent, total);
        var clip = returned(new Book(PointsOf.beyond(BeyondBalance.CLIP)), parts, spent);
        var forbid = returned(new Book(PointsOf.beyond(BeyondBalance.FORBID)), parts, spent);

        assertThat(clip.balance().reversed()).isEqualTo(total);
        assertThat(clip.balance().writtenOff()).isEqualTo(gone);
        assertThat(clip.balance().visible()).isZero();
        assertThat(forbid.balance().visible()).isNotNegative();
        assertThat(forbid.balance().reversed() + forbid.balance().active()).isEqualTo(total - gone);
    }

    private static Book returned(Book book, List<Long> parts, long spent) {
        var left = parts.stream().mapToLong(Long::longValue).sum();
        book.set(award("base:1", 1, left));
        book.spend(Math.min(spent, left));
        for (var i = 0; i < parts.size(); i++) {
            left -= parts.get(i);
            book.set(award("base:1", i + 2, left));
        }
        return book;
    }

    /**
     * Part of it waits, part is reserved, part ran out: the whole award comes back all the same.
     */
    @Property(tries = 300)
    void aFullReturnInPartsTakesAllWhereverThePointsAre(
            @ForAll("amounts") List<Long> parts,
            @ForAll("points") long held,
            @ForAll("points") long spent,
            @ForAll boolean waits,
            @ForAll boolean late) {
        var total = parts.stream().mapToLong(Long::longValue).sum();
        var book = new Book();
        var activeFrom = waits ? day(5) : null;
        book.set(award("base:1", 1, total, activeFrom, day(10)));
        var hold = book.hold(Math.min(held, total));
        book.spend(spent);
        book.passUntil(late ? day(12) : day(1));
        var left = total;
        for (var i = 0; i < parts.size(); i++) {
            left -= parts.get(i);
            book.set(award("base:1", i + 2, left, activeFrom, day(10)));
        }
        hold.ifPresent(book::release);

        assertThat(book.balance().reversed()).isEqualTo(total);
        assertThat(book.balance().expired()).isZero();
        assertThat(book.balance().pending() + book.balance().visible())
                .isEqualTo(-book.balance().spent());
    }

    /** However returns are ordered, split over revisions or repeated, the ledger is the same. */
    @Property(tries = 300)
    void anyOrderOfReturnsOfSeveralAwardsEndsTheSame(
            @ForAll("amounts") List<Long> worths, @ForAll long seed, @ForAll("points") long spent) {
        var returns = new ArrayList<AwardSet>();
        var book = new Book();
        var other = new Book();
        for (var i = 0; i < worths.size(); i++) {
            var whole = award("base:" + i, 1, worths.get(i));
            book.set(whole);
            other.set(whole);
            returns.add(award("base:" + i, 2, worths.get(i) / 2));
            returns.add(award("base:" + i, 3, worths.get(i) / 3));
        }
        book.spend(spent);
        other.spend(spent);
        var shuffled = new ArrayList<>(returns);
        shuffled.addAll(returns);
        Collections.shuffle(shuffled, new Random(seed));

        returns.forEach(book::set);
        shuffled.forEach(other::set);

        assertThat(other.registers()).isEqualTo(book.registers());
        assertThat(other.balance().visible()).isEqualTo(book.balance().visible());
        assertThat(other.balance().reversed()).isEqualTo(book.balance().reversed());
        assertThat(other.balance().arrears()).isEqualTo(book.balance().arrears());
    }

    @Provide
    Arbitrary<List<Long>> amounts() {
        return ManyAwards.amounts();
    }

    @Provide
    Arbitrary<Long> points() {
        return ManyAwards.points();
    }
}
