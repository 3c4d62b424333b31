package dev.cairn.ledger.award;

import static dev.cairn.ledger.award.Book.award;
import static dev.cairn.ledger.award.Book.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.ledger.account.Account;
import dev.cairn.ledger.account.Lot;
import dev.cairn.ledger.account.LotSource;
import dev.cairn.ledger.account.PostingKind;
import dev.cairn.ledger.currency.Currency.BeyondBalance;
import dev.cairn.ledger.currency.DeadLots;
import dev.cairn.ledger.currency.ExpiryModel;
import dev.cairn.ledger.currency.PointsOf;
import java.time.Period;
import org.junit.jupiter.api.Test;

/**
 * Which points are an award's own: those that it paid to this account, wherever they were since.
 */
class OwnPointsTest {
    private final Friend friend = new Friend();
    private final Book book = new Book();
    private final Book strict = new Book(PointsOf.ownLotsOnly(BeyondBalance.CLIP));

    private static long left(Book book, LotSource source) {
        return book.lots().stream()
                .filter(lot -> lot.source() == source)
                .mapToLong(Lot::remaining)
                .sum();
    }

    @Test
    void aGiftFromAnAwardOfTheSameNameIsNotTakenWhileExpiredPointsSuffice() {
        book.set(award("welcome", 1, 100, null, day(5)));
        book.passUntil(day(6));
        book.change(account -> friend.give(account, "welcome", 100, null, day(6)));

        book.set(award("welcome", 2, 0, null, day(5)));

        assertThat(left(book, LotSource.TRANSFER)).isEqualTo(100);
        assertThat(book.balance().expired()).isZero();
        assertThat(book.balance().reversed()).isEqualTo(100);
    }

    @Test
    void aGiftFromAnAwardOfTheSameNameIsSparedLikeAllOtherPoints() {
        strict.set(award("welcome", 1, 100));
        strict.spend(100);
        strict.change(account -> friend.give(account, "welcome", 70, null, day(0)));

        strict.set(award("welcome", 2, 0));

        assertThat(strict.balance().active()).isEqualTo(70);
        assertThat(strict.balance().writtenOff()).isEqualTo(100);
    }

    /** Among other points it stands where its age puts it. */
    @Test
    void aGiftFromAnAwardOfTheSameNameWaitsForItsTurn() {
        book.set(award("welcome", 1, 100));
        book.spend(100);
        book.change(account -> friend.give(account, "welcome", 50, null, day(0)));
        book.set(award("base:2", 1, 50, null, day(20)));

        book.set(award("welcome", 2, 60));

        assertThat(book.lot("base:2").remaining()).isEqualTo(10);
        assertThat(left(book, LotSource.TRANSFER)).isEqualTo(50);
    }

    @Test
    void whatWasGivenAwayAndGivenBackIsTheAwardsOwnAgain() {
        strict.set(award("base:1", 1, 100));
        strict.change(account -> friend.borrow(account, 80, day(0)));
        strict.set(award("base:2", 1, 30));
        assertThat(left(strict, LotSource.TRANSFER)).isEqualTo(80);

        strict.set(award("base:1", 2, 0));

        assertThat(strict.balance().active()).isEqualTo(30);
        assertThat(strict.balance().writtenOff()).isZero();
    }

    @Test
    void aNewLotForPointsThatCameBackTooLateIsTheAwardsOwn() {
        var book = new Book(PointsOf.deadLots(new DeadLots.NewLot()));
        book.set(award("base:1", 1, 100, null, day(5)));
        var spend = book.spend(100).orElseThrow();
        book.set(award("base:2", 1, 40, null, day(20)));
        book.passUntil(day(6));
        book.cancel(spend);
        assertThat(left(book, LotSource.REINSTATEMENT)).isEqualTo(100);

        book.set(award("base:1", 2, 0, null, day(5)));

        assertThat(left(book, LotSource.REINSTATEMENT)).isZero();
        assertThat(book.lot("base:2").remaining()).isEqualTo(40);
    }

    @Test
    void whatWasGivenBackAndRanOutIsTakenForNothing() {
        book.set(award("base:1", 1, 100, null, day(5)));
        book.change(account -> friend.borrow(account, 80, day(0)));
        book.set(award("base:2", 1, 30));
        book.passUntil(day(6));
        assertThat(book.balance().expired()).isEqualTo(100);

        book.set(award("base:1", 2, 10, null, day(5)));

        assertThat(book.balance().expired()).isEqualTo(10);
        assertThat(book.balance().reversed()).isEqualTo(90);
        assertThat(book.lot("base:2").remaining()).isEqualTo(30);
    }

    /** First of the lot that the award pays into, then of those that run out first. */
    @Test
    void whatRanOutOfSeveralLotsIsTakenInTheOrderOfSpending() {
        book.set(award("base:1", 1, 100, null, day(5)));
        book.change(account -> friend.borrow(account, 60, day(0)));
        book.change(account -> account.lots().forEach(lot -> later(account, lot)));
        book.change(account -> friend.borrow(account, 40, day(0)));
        book.passUntil(day(10));
        assertThat(book.balance().expired()).isEqualTo(100);

        book.set(award("base:1", 2, 30, null, day(5)));

        assertThat(book.lots())
                .filteredOn(lot -> lot.expired() > 0)
                .singleElement()
                .satisfies(lot -> assertThat(lot.expired()).isEqualTo(30))
                .satisfies(lot -> assertThat(lot.expiresAt()).isEqualTo(day(7)));
    }

    private static void later(Account account, Lot lot) {
        if (lot.source() == LotSource.TRANSFER) {
            account.put(lot.expiringAt(day(7)));
        }
    }

    @Test
    void aNewLotThatRanOutAsWellIsTakenForNothing() {
        var lasting = new ExpiryModel.Rolling(Period.ofDays(10), null);
        var book = new Book(PointsOf.deadLots(new DeadLots.NewLot(), lasting));
        book.set(award("base:1", 1, 100, null, day(5)));
        var spend = book.spend(100).orElseThrow();
        book.set(award("base:2", 1, 40, null, day(90)));
        book.passUntil(day(6));
        book.cancel(spend);
        book.passUntil(day(30));
        assertThat(book.balance().expired()).isEqualTo(100);

        book.set(award("base:1", 2, 0, null, day(5)));

        assertThat(book.balance().expired()).isZero();
        assertThat(book.lot("base:2").remaining()).isEqualTo(40);
    }

    @Test
    void whereNothingMayBeTakenInPartWhatRanOutElsewhereCounts() {
        var forbid = new Book(PointsOf.beyond(BeyondBalance.FORBID));
        forbid.set(award("base:1", 1, 100, null, day(5)));
        forbid.change(account -> friend.borrow(account, 100, day(0)));
        forbid.passUntil(day(6));

        forbid.set(award("base:1", 2, 0, null, day(5)));

        assertThat(forbid.balance().reversed()).isEqualTo(100);
        assertThat(forbid.register("base:1").paid()).isZero();
    }

    /** The other way round the effect would have the name of another one, and be lost. */
    @Test
    void noNameOfAnAwardIsTheNameOfWhatHappensToAnother() {
        book.set(award("base:1", 2, 100, null, day(5)));
        book.passUntil(day(6));
        book.set(award("base:1:unexpired", 3, 10));

        book.set(award("base:1", 3, 0, null, day(5)));

        assertThat(book.journal())
                .extracting(posting -> posting.kind())
                .contains(PostingKind.EXPIRY_CANCELLED, PostingKind.REVERSED);
        assertThat(book.balance().visible()).isEqualTo(10);
    }
}
