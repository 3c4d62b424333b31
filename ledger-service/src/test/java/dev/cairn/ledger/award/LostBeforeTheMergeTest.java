package dev.cairn.ledger.award;

import static dev.cairn.ledger.award.Book.award;
import static dev.cairn.ledger.award.Book.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.ledger.account.Account;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.account.Balance;
import dev.cairn.ledger.account.PassTime;
import dev.cairn.ledger.account.Standing;
import dev.cairn.ledger.currency.Currency;
import dev.cairn.ledger.currency.Currency.BeyondBalance;
import dev.cairn.ledger.currency.PointsOf;
import dev.cairn.ledger.redemption.SpendForTests;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Points of an award that were given away, came back and ran out before the member was merged. */
class LostBeforeTheMergeTest {
    private final Account home = account("m-1");
    private final Account away = account("m-2");

    private static Account account(String member) {
        return new Account(AccountId.of(member), Balance.EMPTY, Standing.GOOD, List.of());
    }

    /** Of 130 points 30 were spent, 40 ran out where they were, 60 in the lot that came back. */
    private Register merged(Currency currency) {
        var known = set(home, currency, Optional.empty(), 1, 130);
        SpendForTests.spend(home, 0, 30, day(0));
        new Friend().borrow(home, 60, day(0));
        PassTime.until(day(6), home);
        set(away, currency, Optional.empty(), 1, 50);
        return known;
    }

    private static Register set(
            Account account,
            Currency currency,
            Optional<Register> known,
            long revision,
            long points) {
        var old = account.id().memberId().equals("m-1");
        var award =
                old
                        ? award("base:1", revision, points, null, day(5))
                        : award("base:2", revision, points);
        var now = revision == 1 ? day(0) : day(6);
        var outcome = AwardAlgebra.settle(account, currency, CapUse.none(), known, award, now);
        return ((AwardAlgebra.Outcome.Settled) outcome).register();
    }

    private void takeAllBack(Currency currency) {
        var known = merged(currency);
        var revision = award("base:1", 2, 0, null, day(5));
        new Homecoming(home, away, currency, day(6)).before(known, revision);
        set(home, currency, Optional.of(known), 2, 0);
    }

    @Test
    void itCountsWhereAllOrNothingIsTaken() {
        takeAllBack(PointsOf.beyond(BeyondBalance.FORBID));

        assertThat(home.balance().reversed()).isEqualTo(130);
        assertThat(away.balance().active()).isEqualTo(20);
    }

    @Test
    void noMoreComesHomeThanIsNeededBesides() {
        takeAllBack(Currency.named("points"));

        assertThat(home.balance().reversed()).isEqualTo(130);
        assertThat(home.balance().active()).isZero();
        assertThat(away.balance().active()).isEqualTo(20);
    }
}
