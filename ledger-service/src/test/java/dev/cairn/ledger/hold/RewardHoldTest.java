package dev.cairn.ledger.hold;

import static dev.cairn.ledger.award.Book.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.ledger.account.Account;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.account.Balance;
import dev.cairn.ledger.account.BusinessKey;
import dev.cairn.ledger.account.Lot;
import dev.cairn.ledger.account.LotSource;
import dev.cairn.ledger.account.LotUse;
import dev.cairn.ledger.account.Movement;
import dev.cairn.ledger.account.Posting;
import dev.cairn.ledger.account.PostingKind;
import dev.cairn.ledger.account.Pot;
import dev.cairn.ledger.account.Standing;
import dev.cairn.ledger.account.Subject;
import dev.cairn.ledger.hold.Hold.Status;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is different when a hold reserves a reward as well. */
class RewardHoldTest {
    private static final AccountId MEMBER = AccountId.of("m-1");

    private final Account account = accountWith(100);

    private static Account accountWith(long points) {
        var lot = Lot.open(UUID.randomUUID(), LotSource.AWARD, "base:1", day(0), null);
        var account = new Account(MEMBER, Balance.EMPTY, Standing.GOOD, List.of(lot.grown(points)));
        var movement = new Movement();
        account.receive(movement, lot.id(), points, Pot.ISSUED);
        account.post(
                new BusinessKey("test"),
                PostingKind.IMPORTED,
                points,
                new Subject.Deed(lot.id()),
                null,
                day(0),
                movement);
        return account;
    }

    private static Hold hold(String title, String reward) {
        return new Hold(
                UUID.randomUUID(),
                MEMBER,
                60,
                0,
                0,
                0,
                Status.HELD,
                "pos:shop",
                day(1),
                day(2),
                day(7),
                null,
                "basket",
                title,
                reward);
    }

    private Posting last() {
        return account.postings().getLast();
    }

    private Hold capture(Hold hold) {
        var lot = account.lots().iterator().next();
        var reserved = List.of(new LotUse(lot.id(), LotUse.Kind.HELD, 60));
        return HoldAlgebra.capture(account, null, hold, reserved, 60, false, day(1));
    }

    @Test
    void thePostingsNameTheRedemptionAndTheReward() {
        var hold = HoldAlgebra.place(account, hold("A mug", "mug"));
        assertThat(last().subject())
                .isEqualTo(new Subject.Hold(hold.id(), day(2), hold.id(), "A mug"));
        assertThat(last().reason()).isEqualTo("A mug: reserved.");

        var after = capture(hold);

        assertThat(after.status()).isEqualTo(Status.CAPTURED);
        assertThat(last().id()).isEqualTo(HoldAlgebra.captureAfter(after, 0).id());
        assertThat(((Subject.Hold) last().subject()).redemptionId()).isEqualTo(hold.id());
        assertThat(last().reason()).isEqualTo("A mug");
    }

    /** Shops write what they like there, and the journal is for ever. */
    @Test
    void theTitleOfAnotherHoldDoesNotStandInTheJournal() {
        var hold = HoldAlgebra.place(account, hold("For Ann", null));
        capture(hold);

        assertThat(account.postings()).noneMatch(p -> "For Ann".equals(p.reason()));
        assertThat(((Subject.Hold) last().subject()).redemptionId()).isNull();
    }

    /** An erasure forgets the titles of holds. */
    @Test
    void aForgottenTitleIsReplaced() {
        capture(HoldAlgebra.place(account, hold(null, "mug")));

        assertThat(last().reason()).isEqualTo("Reserved points were spent.");
    }

    @Test
    void itIsCapturedWholeAndAtOnce() {
        var hold = hold("A mug", "mug");

        assertThat(HoldChecks.capturing(hold, 60, false)).isEmpty();
        assertThat(HoldChecks.capturing(hold, 60, true)).contains(new HoldOutcome.NotWhole(60, 0));
        assertThat(HoldChecks.capturing(hold, 59, false)).contains(new HoldOutcome.NotWhole(60, 1));
        assertThat(HoldChecks.capturing(hold, 61, false))
                .contains(new HoldOutcome.ExceedsHold(60, 1));
        assertThat(HoldChecks.capturing(hold(null, null), 1, true)).isEmpty();
    }

    @Test
    void whatItTookComesBackElsewhere() {
        var after = capture(HoldAlgebra.place(account, hold("A mug", "mug")));

        assertThat(HoldChecks.refunding(account, after, 60))
                .contains(new HoldOutcome.OfReward(Status.CAPTURED, after.id()));
    }
}
