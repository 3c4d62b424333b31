package dev.cairn.ledger.redemption;

import static dev.cairn.ledger.award.Book.award;
import static dev.cairn.ledger.award.Book.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.ledger.account.LotAllocator;
import dev.cairn.ledger.account.LotAllocatorTest;
import dev.cairn.ledger.award.Book;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RedemptionAlgebraTest {
    private final Book book = new Book();

    @Test
    void redemptionTakesTheLotThatExpiresFirst() {
        book.set(award("late", 1, 100, null, day(90)));
        book.set(award("never", 1, 100));
        book.set(award("soon", 1, 100, null, day(30)));
        book.spend(120);

        assertThat(book.lot("soon").remaining()).isZero();
        assertThat(book.lot("late").remaining()).isEqualTo(80);
        assertThat(book.lot("never").remaining()).isEqualTo(100);
    }

    @Test
    void nothingIsSpentWhenTheBalanceDoesNotSuffice() {
        book.set(award("base:1", 1, 99));

        assertThat(book.spend(100)).isEmpty();
        assertThat(book.balance().active()).isEqualTo(99);
    }

    @Test
    void expiredAndPendingPointsCannotBeSpent() {
        book.set(award("gone", 1, 100, null, day(10)));
        book.set(award("waiting", 1, 100, day(20), null));
        book.passUntil(day(10));

        assertThat(book.spend(1)).isEmpty();
    }

    @Test
    void aCancelledRedemptionGivesTheSamePointsBackAtTheSameAge() {
        book.set(award("soon", 1, 100, null, day(30)));
        book.set(award("late", 1, 100, null, day(90)));
        var wish = book.spend(150).orElseThrow();
        book.cancel(wish);

        assertThat(book.lot("soon").remaining()).isEqualTo(100);
        assertThat(book.lot("late").remaining()).isEqualTo(100);
        assertThat(book.balance().spent()).isZero();
    }

    @Test
    void pointsWhoseTimeIsOverStayDeadWhenARedemptionIsCancelled() {
        book.set(award("soon", 1, 100, null, day(30)));
        book.set(award("late", 1, 100, null, day(90)));
        var wish = book.spend(150).orElseThrow();
        book.passUntil(day(40));
        book.cancel(wish);

        assertThat(book.balance().active()).isEqualTo(100);
        assertThat(book.balance().expired()).isEqualTo(100);
    }

    @Test
    void aCancelledRedemptionPaysDebtsFirst() {
        book.set(award("base:1", 1, 100));
        var wish = book.spend(100).orElseThrow();
        book.set(award("base:1", 2, 0));
        book.cancel(wish);

        assertThat(book.balance().visible()).isZero();
        assertThat(book.balance().arrears()).isZero();
    }

    @Test
    void cancellingDoesNotTakeThePointsASecondTime() {
        book.set(award("base:1", 1, 100));
        var wish = book.spend(40).orElseThrow();
        book.cancel(wish);

        assertThat(book.balance().active()).isEqualTo(100);
        assertThat(book.balance().lifetimeEarned()).isEqualTo(100);
    }

    @Test
    void tenThousandSmallLotsPayInTheOrderInWhichTheyRunOut() {
        var lots =
                IntStream.range(0, 10_000)
                        .mapToObj(i -> LotAllocatorTest.lot(i, 10, day(10_000 - i)))
                        .toList();

        var takes = LotAllocator.take(49_995, lots);

        assertThat(takes).hasSize(5_000);
        assertThat(takes.getFirst().lot().expiresAt()).isEqualTo(day(1));
        assertThat(takes.getLast().points()).isEqualTo(5);
    }
}
