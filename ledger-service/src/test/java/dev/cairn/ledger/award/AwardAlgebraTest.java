package dev.cairn.ledger.award;

import static dev.cairn.ledger.award.Book.award;
import static dev.cairn.ledger.award.Book.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.contracts.RewardEvent.AwardCategory;
import dev.cairn.contracts.RewardEvent.AwardSet;
import dev.cairn.ledger.account.Posting;
import dev.cairn.ledger.account.PostingKind;
import dev.cairn.ledger.currency.PointsOf;
import org.junit.jupiter.api.Test;

class AwardAlgebraTest {
    private final Book book = new Book();

    @Test
    void anAwardPaysOnceHoweverOftenItIsTold() {
        book.set(award("base:1", 1, 100));
        book.set(award("base:1", 1, 100));

        assertThat(book.balance().active()).isEqualTo(100);
        assertThat(book.journal()).hasSize(1);
    }

    @Test
    void aRefundTakesTheEarnedPointsBack() {
        book.set(award("base:1", 1, 100));
        book.set(award("base:1", 2, 40));
        book.set(award("base:1", 3, 0));

        assertThat(book.balance().active()).isZero();
        assertThat(book.balance().clawedBase()).isEqualTo(100);
    }

    @Test
    void anOldRevisionThatArrivesLateChangesNothing() {
        book.set(award("base:1", 2, 40));
        var outcome = book.set(award("base:1", 1, 100));

        assertThat(outcome).isInstanceOf(AwardAlgebra.Outcome.Stale.class);
        assertThat(book.balance().active()).isEqualTo(40);
    }

    @Test
    void theSameRevisionWithOtherContentIsRefused() {
        book.set(award("base:1", 1, 100));
        var outcome = book.set(award("base:1", 1, 90));

        assertThat(outcome).isInstanceOf(AwardAlgebra.Outcome.Contradiction.class);
        assertThat(book.balance().active()).isEqualTo(100);
    }

    @Test
    void aRefundOfSpentPointsTakesOtherPointsFirstAndIsOwedThen() {
        book.set(award("base:1", 1, 100, null, day(10)));
        book.set(award("base:2", 1, 30, null, day(20)));
        book.spend(100);
        book.set(award("base:1", 2, 0, null, day(10)));

        assertThat(book.balance().active()).isZero();
        assertThat(book.balance().arrears()).isEqualTo(70);
        assertThat(book.balance().visible()).isEqualTo(-70);
        assertThat(book.balance().spent()).isEqualTo(100);
    }

    @Test
    void aLaterEarningPaysTheDebtFirst() {
        book.set(award("base:1", 1, 100));
        book.spend(100);
        book.set(award("base:1", 2, 0));
        book.set(award("base:2", 1, 130));

        assertThat(book.balance().arrears()).isZero();
        assertThat(book.balance().active()).isEqualTo(30);
    }

    @Test
    void takingBackWhatPaidADebtOwesItAgain() {
        book.set(award("base:1", 1, 100));
        book.spend(100);
        book.set(award("base:1", 2, 0));
        book.set(award("base:2", 1, 100));
        book.set(award("base:2", 2, 0));

        assertThat(book.balance().arrears()).isEqualTo(100);
    }

    @Test
    void takingBackExpiredPointsCostsTheMemberNothing() {
        book.set(award("base:1", 1, 100, null, day(10)));
        book.set(award("base:2", 1, 50));
        book.passUntil(day(10));
        book.set(award("base:1", 2, 40, null, day(10)));

        assertThat(book.balance().active()).isEqualTo(50);
        assertThat(book.balance().expired()).isEqualTo(40);
        assertThat(book.balance().reversed()).isEqualTo(60);
    }

    @Test
    void pendingPointsAreTakenBackFromWhatIsPending() {
        book.set(award("base:1", 1, 100, day(14), null));
        book.set(award("base:2", 1, 50));
        book.set(award("base:1", 2, 70, day(14), null));

        assertThat(book.balance().pending()).isEqualTo(70);
        assertThat(book.balance().active()).isEqualTo(50);
    }

    @Test
    void pendingPointsPayDebtsWhenTheyBecomeActive() {
        book.set(award("base:1", 1, 100));
        book.spend(100);
        book.set(award("base:1", 2, 0));
        book.set(award("base:2", 1, 150, day(14), null));
        assertThat(book.balance().arrears()).isEqualTo(100);

        book.passUntil(day(14));

        assertThat(book.balance().visible()).isEqualTo(50);
    }

    @Test
    void anAwardThatArrivesAfterItsExpiryIsEarnedAndExpired() {
        book.passUntil(day(30));
        book.set(award("base:1", 1, 100, null, day(10)));

        assertThat(book.balance().active()).isZero();
        assertThat(book.balance().expired()).isEqualTo(100);
        assertThat(book.journal())
                .extracting(Posting::kind)
                .containsExactly(PostingKind.EARNED, PostingKind.EXPIRED);
    }

    @Test
    void anAwardThatGetsALaterExpiryBringsExpiredPointsBack() {
        book.set(award("base:1", 1, 100, null, day(10)));
        book.passUntil(day(11));
        book.set(award("base:1", 2, 100, null, day(20)));
        assertThat(book.balance().active()).isEqualTo(100);

        book.passUntil(day(20));

        assertThat(book.balance().expired()).isEqualTo(100);
    }

    @Test
    void aStepThatIsLostAndReachedAgainIsPaidOnceInTheEnd() {
        book.set(award("purchases:3", 1, 30));
        book.set(award("purchases:3", 2, 0));
        book.set(award("purchases:3", 3, 30));

        assertThat(book.balance().active()).isEqualTo(30);
        assertThat(book.balance().lifetimeEarned() - book.balance().reversed()).isEqualTo(30);
    }

    @Test
    void spentPointsDoNotComeBackWhenTheirLotExpires() {
        // "balance collapse": credits drop out at their date, debits that had spent them stay
        book.set(award("base:1", 1, 100, null, day(10)));
        book.set(award("base:2", 1, 100, null, day(90)));
        book.spend(120);
        book.passUntil(day(10));

        assertThat(book.balance().active()).isEqualTo(80);
        assertThat(book.balance().expired()).isZero();
    }

    @Test
    void earnSpendRefundRepeatGainsNothing() {
        for (var round = 1; round <= 5; round++) {
            book.set(award("base:" + round, 1, 100));
            book.spend(100);
            book.set(award("base:" + round, 2, 0));
        }

        assertThat(book.balance().spent()).isEqualTo(100);
        assertThat(book.balance().visible()).isEqualTo(-100);
    }

    @Test
    void atTheSameInstantPointsAreActivatedBeforeOthersExpire() {
        book.set(award("base:1", 1, 10, null, day(10)));
        book.set(award("base:2", 1, 20, day(10), null));
        book.passUntil(day(10));

        assertThat(book.journal())
                .extracting(Posting::kind)
                .endsWith(PostingKind.ACTIVATED, PostingKind.EXPIRED);
    }

    @Test
    void anAwardCannotChangeItsCurrency() {
        book.set(award("base:1", 1, 10));
        var outcome = book.set(inMiles(award("base:1", 2, 20)));

        assertThat(outcome).isInstanceOf(AwardAlgebra.Outcome.Contradiction.class);
        assertThat(book.balance().active()).isEqualTo(10);
    }

    private static AwardSet inMiles(AwardSet award) {
        return new AwardSet(
                award.awardId(),
                award.revision(),
                award.memberId(),
                "miles",
                award.points(),
                award.category(),
                award.occurredAt(),
                award.activeFrom(),
                award.expiresAt(),
                award.awaits(),
                award.rule(),
                award.programmeVersion(),
                award.activityId(),
                award.reason());
    }

    /** Whatever runs out when; and the award keeps its place when it grows. */
    @Test
    void theKindsThatTheCurrencyNamesAreSpentFirst() {
        var book = new Book(PointsOf.spendingFirst(AwardCategory.MILESTONE));
        book.set(award("base:1", 1, 100, null, day(5)));
        book.set(award("goal:1", 1, 50));
        book.set(award("goal:1", 2, 60));

        book.spend(70);

        assertThat(book.lot("goal:1").remaining()).isZero();
        assertThat(book.lot("base:1").remaining()).isEqualTo(90);
    }
}
