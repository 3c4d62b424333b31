package dev.cairn.ledger.award;

import static dev.cairn.ledger.award.Book.award;
import static dev.cairn.ledger.award.Book.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.ledger.account.Balance;
import dev.cairn.ledger.currency.Currency;
import dev.cairn.ledger.currency.Currency.BeyondBalance;
import dev.cairn.ledger.currency.PointsOf;
import org.junit.jupiter.api.Test;

/**
 * Everybody was welcomed: what belongs to an award of a merged member, and what only shares its
 * name.
 */
class HomecomingTest {
    private final MergedBooks books = new MergedBooks(Currency.named("points"));
    private final MergedBooks spared = new MergedBooks(PointsOf.ownLotsOnly(BeyondBalance.CLIP));

    @Test
    void aGiftOfTheSameNameThatRanOutIsNoneOfTheAwards() {
        books.gift("welcome", 100, day(5));
        books.passUntil(day(6));
        books.set(award("welcome", 1, 100));
        books.spend(100);
        books.setOfOther(award("base:1", 1, 100));

        books.set(award("welcome", 2, 0));

        assertThat(books.sum(Balance::visible)).isZero();
        assertThat(books.sum(Balance::expired)).isEqualTo(100);
    }

    @Test
    void aGiftOfTheSameNameIsSparedLikeAllOtherPoints() {
        spared.set(award("welcome", 1, 100));
        spared.spend(100);
        spared.gift("welcome", 100, null);

        spared.set(award("welcome", 2, 0));

        assertThat(spared.sum(Balance::visible)).isEqualTo(100);
        assertThat(spared.sum(Balance::writtenOff)).isEqualTo(100);
    }

    @Test
    void theOthersOwnAwardOfTheSameNameIsSparedToo() {
        spared.set(award("welcome", 1, 100));
        spared.spend(100);
        spared.setOfOther(award("welcome", 1, 40));

        spared.set(award("welcome", 2, 0));

        assertThat(spared.sum(Balance::visible)).isEqualTo(40);
        assertThat(spared.sum(Balance::writtenOff)).isEqualTo(100);
    }

    /** It is other points like any: taken where the currency allows that. */
    @Test
    void theOthersOwnAwardOfTheSameNameAnswersAfterTheAwardsOwn() {
        books.set(award("welcome", 1, 100));
        books.setOfOther(award("welcome", 1, 40));
        books.spend(90);

        books.set(award("welcome", 2, 20));

        assertThat(books.sum(Balance::active)).isZero();
        assertThat(books.sum(Balance::arrears)).isEqualTo(30);
    }
}
