package dev.cairn.ledger.award;

import static dev.cairn.ledger.award.Book.award;
import static dev.cairn.ledger.award.Book.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.contracts.RewardEvent.AwardCategory;
import dev.cairn.ledger.account.Account;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.account.Balance;
import dev.cairn.ledger.account.BusinessKey;
import dev.cairn.ledger.account.Entry;
import dev.cairn.ledger.account.Lot;
import dev.cairn.ledger.account.LotSource;
import dev.cairn.ledger.account.PostingKind;
import dev.cairn.ledger.account.Pot;
import dev.cairn.ledger.account.Standing;
import dev.cairn.ledger.award.ClawBack.Claim;
import dev.cairn.ledger.currency.Currency.BeyondBalance;
import dev.cairn.ledger.currency.PointsOf;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClawBackTest {
    private final Book arrears = new Book();
    private final Book clip = new Book(PointsOf.beyond(BeyondBalance.CLIP));
    private final Book forbid = new Book(PointsOf.beyond(BeyondBalance.FORBID));

    @Test
    void clippingWaivesWhatNobodyHasAndWritesItDown() {
        clip.set(award("base:1", 1, 100));
        clip.spend(70);
        clip.set(award("base:1", 2, 0));

        assertThat(clip.balance().active()).isZero();
        assertThat(clip.balance().arrears()).isZero();
        assertThat(clip.balance().writtenOff()).isEqualTo(70);
        assertThat(clip.balance().reversed()).isEqualTo(100);
        assertThat(clip.journal().getLast().entries())
                .contains(new Entry(Pot.WRITTEN_OFF, -70), new Entry(Pot.REVERSED, 100));
    }

    @Test
    void whatWasWaivedIsNotTakenFromLaterEarnings() {
        clip.set(award("base:1", 1, 100));
        clip.spend(100);
        clip.set(award("base:1", 2, 0));
        clip.set(award("base:2", 1, 30));

        assertThat(clip.balance().active()).isEqualTo(30);
    }

    @Test
    void forbiddingTakesNothingWhenItIsNotEnough() {
        forbid.set(award("base:1", 1, 100));
        forbid.spend(70);
        forbid.set(award("base:1", 2, 0));

        assertThat(forbid.balance().active()).isEqualTo(30);
        assertThat(forbid.register("base:1").paid()).isEqualTo(100);
        assertThat(forbid.register("base:1").desired()).isZero();
    }

    @Test
    void whatWasForbiddenIsTriedAgainByTheNextRevision() {
        forbid.set(award("base:1", 1, 100));
        forbid.spend(70);
        forbid.set(award("base:1", 2, 0));
        forbid.set(award("base:2", 1, 80));
        forbid.set(award("base:1", 3, 0));

        assertThat(forbid.balance().active()).isEqualTo(10);
        assertThat(forbid.register("base:1").paid()).isZero();
    }

    @Test
    void aSmallerTakeThatSufficesIsNotForbidden() {
        forbid.set(award("base:1", 1, 100));
        forbid.spend(70);
        forbid.set(award("base:1", 2, 75));

        assertThat(forbid.balance().active()).isEqualTo(5);
    }

    @Test
    void whatExpiredCountsAsAvailable() {
        forbid.set(award("base:1", 1, 100, null, day(10)));
        forbid.spend(40);
        forbid.passUntil(day(10));
        forbid.set(award("base:1", 2, 40, null, day(10)));

        assertThat(forbid.balance().expired()).isZero();
        assertThat(forbid.balance().reversed()).isEqualTo(60);
    }

    @Test
    void expiredPointsThatWouldOnlyPayADebtDoNotCountAsAvailable() {
        var id = AccountId.of("m-1");
        var lot =
                new Lot(
                        BusinessKey.lot("m-1", "base:1").id(),
                        LotSource.AWARD,
                        "base:1",
                        BusinessKey.lot("m-1", "base:1").id(),
                        50,
                        0,
                        0,
                        50,
                        false,
                        null,
                        null,
                        day(1),
                        false,
                        Book.START,
                        0);
        var owing = new Balance(0, 0, 0, 30, 0, 50, 50, 0, 0, 0, -30, 0, 0, 0, 3);
        var account = new Account(id, owing, Standing.GOOD, List.of(lot));
        var claim =
                new Claim(new BusinessKey("key:base:1"), "base:1", AwardCategory.BASE, "because");

        var taken =
                ClawBack.take(
                        account, PointsOf.beyond(BeyondBalance.FORBID), claim, lot, 40, day(2));

        assertThat(taken).isZero();
        assertThat(account.postings()).isEmpty();
    }

    @Test
    void otherAwardsAreSparedIfTheCurrencySaysSo() {
        var book = new Book(PointsOf.ownLotsOnly(BeyondBalance.CLIP));
        book.set(award("base:1", 1, 100, null, day(10)));
        book.set(award("base:2", 1, 50, null, day(20)));
        book.spend(80);
        book.set(award("base:1", 2, 0, null, day(10)));

        assertThat(book.balance().active()).isEqualTo(50);
        assertThat(book.balance().writtenOff()).isEqualTo(80);
    }

    @Test
    void reservedPointsAreNotTakenAndPayTheDebtWhenTheyAreFree() {
        arrears.set(award("base:1", 1, 100));
        var hold = arrears.hold(80).orElseThrow();
        arrears.set(award("base:1", 2, 0));
        assertThat(arrears.balance().held()).isEqualTo(80);
        assertThat(arrears.balance().arrears()).isEqualTo(80);

        arrears.release(hold);

        assertThat(arrears.balance().held()).isZero();
        assertThat(arrears.balance().visible()).isZero();
    }

    @Test
    void reservedPointsDoNotRunOutUntilTheyAreFree() {
        arrears.set(award("base:1", 1, 100, null, day(10)));
        var hold = arrears.hold(60).orElseThrow();
        arrears.passUntil(day(10));
        assertThat(arrears.balance().expired()).isEqualTo(40);
        assertThat(arrears.balance().held()).isEqualTo(60);

        arrears.passUntil(day(12));
        arrears.release(hold);

        assertThat(arrears.balance().expired()).isEqualTo(100);
    }

    @Test
    void debtsAndExpiryGoTogether() {
        // earned points pay the debt; what is left runs out; the debt itself never does
        arrears.set(award("base:1", 1, 100));
        arrears.spend(100);
        arrears.set(award("base:1", 2, 0));
        arrears.set(award("base:2", 1, 60, null, day(5)));
        arrears.passUntil(day(5));
        assertThat(arrears.balance().visible()).isEqualTo(-40);
        assertThat(arrears.balance().expired()).isZero();

        arrears.set(award("base:3", 1, 70, null, day(9)));
        arrears.passUntil(day(9));

        assertThat(arrears.balance().visible()).isZero();
        assertThat(arrears.balance().expired()).isEqualTo(30);
    }

    @Test
    void flooringEachReturnDoesNotAddUpBecauseTheWholeIsWhatCounts() {
        // 20 of money at 1 point for 10: four returns of 5 each would floor to nothing
        arrears.set(award("base:1", 1, 2));
        arrears.set(award("base:1", 2, 1));
        arrears.set(award("base:1", 3, 1));
        arrears.set(award("base:1", 4, 0));
        arrears.set(award("base:1", 5, 0));

        assertThat(arrears.balance().reversed()).isEqualTo(2);
    }

    @Test
    void aReturnThatComesTwiceTakesOnce() {
        arrears.set(award("base:1", 1, 100));
        arrears.set(award("base:1", 2, 40));
        arrears.set(award("base:1", 2, 40));

        assertThat(arrears.balance().active()).isEqualTo(40);
        assertThat(arrears.journal())
                .filteredOn(posting -> posting.kind() == PostingKind.REVERSED)
                .hasSize(1);
    }
}
