package dev.cairn.ledger.award;

import static dev.cairn.ledger.award.Book.award;
import static dev.cairn.ledger.award.Book.awaiting;
import static dev.cairn.ledger.award.Book.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.ledger.account.PostingKind;
import dev.cairn.ledger.award.AwardView.State;
import dev.cairn.ledger.award.WaitingAlgebra.Outcome;
import org.junit.jupiter.api.Test;

class WaitingAlgebraTest {
    private final Book book = new Book();

    @Test
    void pointsWaitForTheirAction() {
        book.set(awaiting("base:1", 1, 100, "delivery", null, null));
        book.passUntil(day(400));
        assertThat(book.balance().pending()).isEqualTo(100);

        var outcome = book.activate("base:1", "delivery");

        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        assertThat(book.balance().active()).isEqualTo(100);
        assertThat(book.journal().getLast().kind()).isEqualTo(PostingKind.ACTIVATED);
    }

    @Test
    void activatingTwiceChangesNothing() {
        book.set(awaiting("base:1", 1, 100, "delivery", null, null));
        book.activate("base:1", "delivery");
        var outcome = book.activate("base:1", "delivery");

        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        assertThat(book.journal()).hasSize(2);
    }

    @Test
    void anotherActionDoesNotActivate() {
        book.set(awaiting("base:1", 1, 100, "delivery", null, null));

        assertThat(book.activate("base:1", "first-login"))
                .isEqualTo(new Outcome.WaitsForOther("delivery"));
        assertThat(book.balance().pending()).isEqualTo(100);
    }

    @Test
    void pointsThatWaitForADayCanBeActivatedByHandButNotByAnAction() {
        book.set(award("base:1", 1, 100, day(14), null));
        assertThat(book.activate("base:1", "delivery")).isEqualTo(new Outcome.WaitsForOther(null));

        book.activate("base:1", null);

        assertThat(book.balance().active()).isEqualTo(100);
    }

    @Test
    void actionOrDayWhateverComesFirst() {
        book.set(awaiting("base:1", 1, 100, "delivery", day(14), null));
        book.set(awaiting("base:2", 1, 50, "delivery", day(14), null));
        book.activate("base:1", "delivery");
        assertThat(book.balance().active()).isEqualTo(100);

        book.passUntil(day(14));

        assertThat(book.balance().active()).isEqualTo(150);
    }

    @Test
    void aLaterRevisionWithoutTheActionActivates() {
        book.set(awaiting("base:1", 1, 100, "delivery", null, null));
        book.set(award("base:1", 2, 100));

        assertThat(book.balance().active()).isEqualTo(100);
    }

    @Test
    void aLaterRevisionMovesTheDayOfActivation() {
        book.set(award("base:1", 1, 100, day(14), null));
        book.set(award("base:1", 2, 100, day(20), null));
        book.passUntil(day(14));
        assertThat(book.balance().pending()).isEqualTo(100);

        book.set(award("base:1", 3, 100, day(10), null));

        assertThat(book.balance().active()).isEqualTo(100);
    }

    @Test
    void aLaterRevisionMayAskForAnActionInsteadOfADay() {
        book.set(award("base:1", 1, 100, day(14), null));
        book.set(awaiting("base:1", 2, 100, "delivery", null, null));
        book.passUntil(day(14));
        assertThat(book.balance().pending()).isEqualTo(100);

        book.activate("base:1", "delivery");

        assertThat(book.balance().active()).isEqualTo(100);
    }

    @Test
    void theSameRevisionWithAnotherActionIsAContradiction() {
        book.set(awaiting("base:1", 1, 100, "delivery", null, null));
        var outcome = book.set(awaiting("base:1", 1, 100, "first-login", null, null));

        assertThat(outcome).isInstanceOf(AwardAlgebra.Outcome.Contradiction.class);
    }

    @Test
    void pointsWhoseActionNeverCameRunOutFromWhereTheyWait() {
        book.set(awaiting("base:1", 1, 100, "delivery", null, day(30)));
        book.set(award("base:2", 1, 5));
        book.passUntil(day(30));

        assertThat(book.balance().pending()).isZero();
        assertThat(book.balance().active()).isEqualTo(5);
        assertThat(book.balance().expired()).isEqualTo(100);
        assertThat(book.activate("base:1", "delivery"))
                .isEqualTo(new Outcome.NotPending(State.EXPIRED));
    }

    @Test
    void aLaterLastDayBringsThemBackToWait() {
        book.set(awaiting("base:1", 1, 100, "delivery", null, day(30)));
        book.passUntil(day(31));
        book.set(awaiting("base:1", 2, 100, "delivery", null, day(60)));

        assertThat(book.balance().pending()).isEqualTo(100);
        assertThat(book.balance().expired()).isZero();
    }

    @Test
    void returnsOfWaitingPointsAreTakenFromThemAlsoWhenTheyRanOut() {
        book.set(awaiting("base:1", 1, 100, "delivery", null, day(30)));
        book.passUntil(day(30));
        book.set(awaiting("base:1", 2, 40, "delivery", null, day(30)));

        assertThat(book.balance().expired()).isEqualTo(40);
        assertThat(book.balance().reversed()).isEqualTo(60);
    }

    @Test
    void cancellingTakesBackForGood() {
        book.set(award("base:1", 1, 100, day(14), null));
        book.cancelAward("base:1");
        book.set(award("base:1", 2, 150, day(14), null));
        book.passUntil(day(14));

        assertThat(book.balance().pending()).isZero();
        assertThat(book.balance().active()).isZero();
        assertThat(book.register("base:1").points()).isEqualTo(150);
        assertThat(book.register("base:1").paid()).isZero();
    }

    @Test
    void cancellingTwiceChangesNothing() {
        book.set(award("base:1", 1, 100, day(14), null));
        book.cancelAward("base:1");
        var outcome = book.cancelAward("base:1");

        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        assertThat(book.journal()).hasSize(2);
    }

    @Test
    void activePointsCannotBeCancelled() {
        book.set(award("base:1", 1, 100));

        assertThat(book.cancelAward("base:1")).isEqualTo(new Outcome.NotPending(State.ACTIVE));
        assertThat(book.balance().active()).isEqualTo(100);
    }

    @Test
    void cancelledPointsCannotBeActivated() {
        book.set(awaiting("base:1", 1, 100, "delivery", null, null));
        book.cancelAward("base:1");

        assertThat(book.activate("base:1", "delivery"))
                .isEqualTo(new Outcome.NotPending(State.CANCELLED));
    }
}
