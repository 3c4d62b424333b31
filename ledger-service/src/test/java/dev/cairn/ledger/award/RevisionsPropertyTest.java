package dev.cairn.ledger.award;

import static dev.cairn.ledger.award.Book.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.contracts.RewardEvent.AwardSet;
import dev.cairn.ledger.account.Lot;
import dev.cairn.ledger.currency.Currency.Cap;
import dev.cairn.ledger.currency.ExpiryModel;
import dev.cairn.ledger.currency.PointsOf;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** However revisions are ordered and repeated. */
class RevisionsPropertyTest {

    /** Whatever the order and however often each is told, the highest revisions decide. */
    @Property(tries = 500)
    void anyOrderAndAnyDuplicationOfRevisionsEndsTheSame(
            @ForAll("revisions") List<AwardSet> revisions,
            @ForAll long seed,
            @ForAll boolean late) {
        var now = late ? day(25) : day(0);
        var straight = played(revisions, now);
        var shuffled = new ArrayList<>(revisions);
        shuffled.addAll(revisions.subList(0, revisions.size() / 2));
        Collections.shuffle(shuffled, new Random(seed));

        var other = played(shuffled, now);

        assertThat(other.registers()).isEqualTo(straight.registers());
        assertThat(other.lotStates()).isEqualTo(straight.lotStates());
        assertThat(other.balance().visible()).isEqualTo(straight.balance().visible());
        assertThat(other.balance().pending()).isEqualTo(straight.balance().pending());
        assertThat(other.balance().expired()).isEqualTo(straight.balance().expired());
    }

    private static Book played(List<AwardSet> revisions, Instant now) {
        var book = new Book();
        book.passUntil(now);
        revisions.forEach(book::set);
        return book;
    }

    /** However uses arrive, all sliding points end on the day of the latest one. */
    @Property(tries = 300)
    void anyOrderOfUsesMovesSlidingPointsToTheSameDay(
            @ForAll("days") List<Integer> days, @ForAll long seed) {
        var currency = PointsOf.sliding(30, ExpiryModel.Activity.EARNING);
        var book = new Book(currency);
        var other = new Book(currency);
        book.passUntil(day(29));
        other.passUntil(day(29));
        var awards = new ArrayList<AwardSet>();
        for (var i = 0; i < days.size(); i++) {
            awards.add(Book.earnedOn(day(days.get(i)), "base:" + i, 1, 10));
        }
        var shuffled = new ArrayList<>(awards);
        shuffled.addAll(awards);
        Collections.shuffle(shuffled, new Random(seed));

        awards.forEach(book::set);
        shuffled.forEach(other::set);

        assertThat(other.lotStates()).isEqualTo(book.lotStates());
        assertThat(other.lots())
                .extracting(Lot::expiresAt)
                .containsOnly(day(Collections.max(days) + 31));
    }

    /** No award is paid beyond a cap, and returns give the room back exactly. */
    @Property(tries = 300)
    void whatIsPaidInAWindowNeverExceedsItsCap(@ForAll("revisions") List<AwardSet> revisions) {
        var cap = new Cap("daily", Cap.Per.DAY, 250, Cap.Action.CLIP);
        var book = new Book(PointsOf.caps(cap));
        for (var revision : revisions) {
            book.set(revision);
            var paid = book.registers().values().stream().mapToLong(Register::paid).sum();
            var wanted = book.registers().values().stream().mapToLong(Register::points).sum();
            assertThat(paid).isLessThanOrEqualTo(Math.min(250, wanted));
        }
    }

    @Provide
    Arbitrary<List<Integer>> days() {
        return Arbitraries.integers().between(0, 28).list().ofMinSize(1).ofMaxSize(8);
    }

    @Provide
    Arbitrary<List<AwardSet>> revisions() {
        return ManyAwards.revisions();
    }
}
