package dev.cairn.ledger.award;

import static dev.cairn.ledger.award.Book.day;
import static dev.cairn.ledger.award.Book.earnedOn;
import static dev.cairn.ledger.currency.ExpiryModel.Activity.EARNING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.ledger.currency.PointsOf;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Points that slide and were away for a while: reserved, or spent until that was cancelled. */
class SlidingPropertyTest {
    private static final int LONGEST = 200;

    /** Whatever the gaps between uses are, and however long the points were away. */
    @Property(tries = 1000)
    void theyAreAsAliveAsIfTheyHadStayed(
            @ForAll @Size(max = 12) Set<@IntRange(max = LONGEST) Integer> uses,
            @ForAll @IntRange(min = 1, max = 150) int points,
            @ForAll @IntRange(max = LONGEST) int leave,
            @ForAll @IntRange(max = LONGEST) int away,
            @ForAll boolean reserved) {
        var stayed = new Book(PointsOf.sliding(30, EARNING));
        var left = new Book(PointsOf.sliding(30, EARNING));
        earn(stayed, uses, 0, leave + away);
        earn(left, uses, 0, leave);
        left.passUntil(day(leave));
        Runnable back = reserved ? reserve(left, points) : spend(left, points);
        earn(left, uses, leave + 1, leave + away);
        left.passUntil(day(leave + away));
        stayed.passUntil(day(leave + away));
        back.run();

        assertThat(left.lotStates()).isEqualTo(stayed.lotStates());
        assertThat(left.balance().active()).isEqualTo(stayed.balance().active());
        assertThat(left.balance().expired()).isEqualTo(stayed.balance().expired());
    }

    /** What comes back, if there was enough to go. */
    private static Runnable reserve(Book book, long points) {
        var hold = book.hold(points);
        return () -> hold.ifPresent(book::release);
    }

    private static Runnable spend(Book book, long points) {
        var spent = book.spend(points);
        return () -> spent.ifPresent(book::cancel);
    }

    /** Earns something on each of these days that lies between, both included. */
    private static void earn(Book book, Set<Integer> days, int first, int last) {
        for (var today : new TreeSet<>(days)) {
            if (today >= first && today <= last) {
                book.passUntil(day(today));
                book.set(earnedOn(day(today), "base:" + today, 1, 20));
            }
        }
    }
}
