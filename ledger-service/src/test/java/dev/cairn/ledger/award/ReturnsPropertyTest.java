package dev.cairn.ledger.award;

import static dev.cairn.ledger.award.Book.awaiting;
import static dev.cairn.ledger.award.Book.award;
import static dev.cairn.ledger.award.Book.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.contracts.RewardEvent.AwardSet;
import dev.cairn.ledger.account.Subject;
import dev.cairn.ledger.currency.Currency;
import dev.cairn.ledger.currency.Currency.BeyondBalance;
import dev.cairn.ledger.currency.PointsOf;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/**
 * What must not depend on the way that news takes.
 *
 * @see "docs/programme/currencies.md, What the order of news changes"
 */
class ReturnsPropertyTest {
    private static final int LAST_DAY_OF_WAITING = 8;

    /** A new worth of an award, with dates of its own. */
    record News(int award, long points, int waits, int lasts, boolean action) {
        AwardSet revision(long number) {
            var activeFrom = waits == 0 ? null : day(waits);
            var expiresAt = lasts == 0 ? null : day(waits + lasts);
            var awaits = action ? "delivery" : null;
            return awaiting("a" + award, number, points, awaits, activeFrom, expiresAt);
        }
    }

    /** A part of what is returned of an award. */
    record Part(int award, long points) {}

    /**
     * Whatever the order and however often each is told, the highest revisions decide: at once what
     * is paid and what the member has in all, and each single lot once nothing waits any more.
     */
    @Property(tries = 1000)
    void anyOrderAndAnyDuplicationOfNewsEndsTheSame(
            @ForAll("news") List<AwardSet> news,
            @ForAll long seed,
            @ForAll @IntRange(max = 25) int today) {
        var told = new ArrayList<>(news);
        told.addAll(news.subList(0, news.size() / 2));
        Collections.shuffle(told, new Random(seed));
        var straight = played(news, today);
        var other = played(told, today);

        assertThat(other.registers()).isEqualTo(straight.registers());
        assertThat(inAll(other)).isEqualTo(inAll(straight));
        for (var book : List.of(straight, other)) {
            book.passUntil(day(Math.max(today, LAST_DAY_OF_WAITING)));
            book.registers().keySet().forEach(award -> book.activate(award, "delivery"));
        }
        assertThat(other.lotStates()).isEqualTo(straight.lotStates());
        assertThat(other.balance().visible()).isEqualTo(straight.balance().visible());
        assertThat(other.balance().pending()).isEqualTo(straight.balance().pending());
        assertThat(other.balance().expired()).isEqualTo(straight.balance().expired());
    }

    /** Where all revisions agree on the waiting, there is nothing to wait for. */
    @Property(tries = 500)
    void anyOrderOfNewsWithTheSameWaitingEndsTheSameAtOnce(
            @ForAll("news") List<AwardSet> news,
            @ForAll long seed,
            @ForAll @IntRange(max = 25) int today,
            @ForAll boolean waits) {
        var alike = new ArrayList<AwardSet>();
        for (var each : news) {
            var end = each.expiresAt() == null ? null : day(30 + each.points());
            var from = waits ? day(LAST_DAY_OF_WAITING) : null;
            alike.add(award(each.awardId(), each.revision(), each.points(), from, end));
        }
        var told = new ArrayList<>(alike);
        Collections.shuffle(told, new Random(seed));

        assertThat(played(told, today).lotStates()).isEqualTo(played(alike, today).lotStates());
    }

    /**
     * Returns of several awards, some of which are spent, reserved or expired, come in any order,
     * at once or in parts, once or twice: the same lots, and the same sums of the journal.
     */
    @Property(tries = 1000)
    void anyOrderAndAnyPartitionOfReturnsEndsTheSame(
            @ForAll("currencies") Currency currency,
            @ForAll("worths") List<Long> worths,
            @ForAll("parts") List<Part> parts,
            @ForAll("points") long spent,
            @ForAll("points") long held,
            @ForAll long seed) {
        var whole = bought(currency, worths, spent, held);
        var inParts = bought(currency, worths, spent, held);
        var left = new ArrayList<>(worths);
        var returns = new ArrayList<AwardSet>();
        for (var part : parts) {
            var which = part.award() % worths.size();
            left.set(which, Math.max(0, left.get(which) - part.points()));
            returns.add(awardOf(which, returns.size() + 2, left.get(which)));
        }
        for (var which = worths.size() - 1; which >= 0; which--) {
            whole.set(awardOf(which, parts.size() + 2, left.get(which)));
            returns.add(awardOf(which, parts.size() + 2, left.get(which)));
        }
        var told = new ArrayList<>(returns);
        told.addAll(returns.subList(0, returns.size() / 2));
        Collections.shuffle(told, new Random(seed));

        told.forEach(inParts::set);

        assertThat(inParts.registers()).isEqualTo(whole.registers());
        assertThat(inParts.balance())
                .usingRecursiveComparison()
                .ignoringFields("version")
                .isEqualTo(whole.balance());
        assertThat(inParts.lotStates()).isEqualTo(whole.lotStates());
        assertThat(sums(inParts)).isEqualTo(sums(whole));
        if (whole.balance().arrears() == 0) {
            assertThat(uses(inParts)).isEqualTo(uses(whole));
        }
    }

    /** Where nothing may be taken in part, what was spent keeps some parts from being taken. */
    @Property(tries = 300)
    void noPartitionOfAReturnTakesMoreThanThereIs(
            @ForAll("amounts") List<Long> parts, @ForAll("points") long spent) {
        var total = parts.stream().mapToLong(Long::longValue).sum();
        var forbid = returned(new Book(PointsOf.beyond(BeyondBalance.FORBID)), parts, spent);

        assertThat(forbid.balance().visible()).isNotNegative();
        assertThat(forbid.balance().reversed() + forbid.balance().active())
                .isEqualTo(total - Math.min(spent, total));
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

    /** What the member has, waits for or lost to time, less what is owed. */
    private static long inAll(Book book) {
        var balance = book.balance();
        return balance.visible() + balance.pending() + balance.expired();
    }

    /** What the journal moved in all: by pot, and for each award by kind of posting. */
    private static Map<String, Long> sums(Book book) {
        var sums = new TreeMap<String, Long>();
        for (var posting : book.journal()) {
            posting.entries().forEach(e -> sums.merge("" + e.pot(), e.amount(), Long::sum));
            if (posting.subject() instanceof Subject.Award award) {
                sums.merge(posting.kind() + " " + award.awardId(), posting.points(), Long::sum);
            }
        }
        sums.values().removeIf(sum -> sum == 0);
        return sums;
    }

    /** What lots gave in all, by use. */
    private static Map<String, Long> uses(Book book) {
        var sums = new TreeMap<String, Long>();
        book.journal().stream()
                .flatMap(posting -> posting.uses().stream())
                .forEach(u -> sums.merge(u.lotId() + " " + u.kind(), u.amount(), Long::sum));
        sums.values().removeIf(sum -> sum == 0);
        return sums;
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

    private static Book played(List<AwardSet> news, int today) {
        var book = new Book();
        book.passUntil(day(today));
        news.forEach(book::set);
        return book;
    }

    private static Book bought(Currency currency, List<Long> worths, long spent, long held) {
        var book = new Book(currency);
        for (var which = 0; which < worths.size(); which++) {
            book.set(awardOf(which, 1, worths.get(which)));
        }
        book.hold(held);
        book.spend(spent);
        book.passUntil(day(10));
        return book;
    }

    /** Each award has a last day of its own, the third one is over by day 10, the fifth waits. */
    private static AwardSet awardOf(int which, long revision, long points) {
        var activeFrom = which == 4 ? day(12) : null;
        var last = which == 2 ? 9 : 40 - 3 * which;
        return award("a" + which, revision, points, activeFrom, which == 1 ? null : day(last));
    }

    @Provide
    Arbitrary<Currency> currencies() {
        return Arbitraries.of(
                Currency.named("points"),
                PointsOf.beyond(BeyondBalance.CLIP),
                PointsOf.ownLotsOnly(BeyondBalance.CLIP));
    }

    @Provide
    Arbitrary<List<AwardSet>> news() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 3),
                        points(),
                        Arbitraries.of(0, 0, 5, LAST_DAY_OF_WAITING),
                        Arbitraries.of(0, 3, 10, 20),
                        Arbitraries.of(false, false, true))
                .as(News::new)
                .list()
                .ofMaxSize(12)
                .map(ReturnsPropertyTest::numbered);
    }

    private static List<AwardSet> numbered(List<News> news) {
        var awards = new ArrayList<AwardSet>();
        news.forEach(each -> awards.add(each.revision(awards.size() + 1)));
        return awards;
    }

    @Provide
    Arbitrary<List<Long>> worths() {
        return Arbitraries.longs().between(1, 300).list().ofMinSize(1).ofMaxSize(6);
    }

    @Provide
    Arbitrary<List<Part>> parts() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 5), Arbitraries.longs().between(1, 200))
                .as(Part::new)
                .list()
                .ofMaxSize(10);
    }

    @Provide
    Arbitrary<List<Long>> amounts() {
        return Arbitraries.longs().between(1, 500).list().ofMinSize(1).ofMaxSize(8);
    }

    @Provide
    Arbitrary<Long> points() {
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(1, Arbitraries.just(0L)),
                net.jqwik.api.Tuple.of(5, Arbitraries.longs().between(1, 300)));
    }
}
