package dev.cairn.ledger.hold;

import static dev.cairn.ledger.award.Book.award;
import static dev.cairn.ledger.award.Book.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.account.PostingKind;
import dev.cairn.ledger.currency.DeadLots;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HoldAlgebraTest {
    private final HoldBook holds = new HoldBook();

    @Test
    void aHoldReservesWhatRunsOutFirst() {
        holds.book().set(award("late", 1, 100, null, day(90)));
        holds.book().set(award("soon", 1, 100, null, day(30)));
        holds.place(120, day(5));

        assertThat(holds.left("soon", "late"))
                .isEqualTo(Map.of("soon", "100 left, 100 held", "late", "100 left, 20 held"));
        assertThat(holds.book().balance().active()).isEqualTo(80);
        assertThat(holds.book().balance().held()).isEqualTo(120);
    }

    @Test
    void theSumOfHoldsNeverExceedsWhatIsAvailable() {
        holds.book().set(award("base:1", 1, 100));
        assertThat(holds.place(70, day(5))).isEmpty();

        assertThat(holds.place(31, day(5))).contains(new HoldOutcome.Insufficient(31, 30));
        assertThat(holds.place(30, day(5))).isEmpty();
        assertThat(holds.book().spend(1)).isEmpty();
    }

    @Test
    void aCaptureInPartReleasesTheRestOfWhatRunsOutLast() {
        holds.book().set(award("late", 1, 100, null, day(90)));
        holds.book().set(award("soon", 1, 100, null, day(30)));
        holds.place(150, day(5));

        assertThat(holds.capture(0, 110, false)).isEmpty();

        assertThat(holds.left("soon", "late"))
                .isEqualTo(Map.of("soon", "0 left, 0 held", "late", "90 left, 0 held"));
        assertThat(holds.hold(0).status()).isEqualTo(Hold.Status.CAPTURED);
        assertThat(holds.hold(0).released()).isEqualTo(40);
        assertThat(holds.book().balance().spent()).isEqualTo(110);
    }

    @Test
    void aShopThatDeliversInPartsCapturesInParts() {
        holds.book().set(award("base:1", 1, 100));
        holds.place(100, day(5));

        assertThat(holds.capture(0, 40, true)).isEmpty();
        assertThat(holds.hold(0).held()).isEqualTo(60);
        assertThat(holds.capture(0, 61, true)).contains(new HoldOutcome.ExceedsHold(60, 1));
        assertThat(holds.capture(0, 60, true)).isEmpty();

        assertThat(holds.hold(0).status()).isEqualTo(Hold.Status.CAPTURED);
        assertThat(holds.capture(0, 1, false))
                .contains(new HoldOutcome.Settled(Hold.Status.CAPTURED, 100));
    }

    @Test
    void heldPointsDoNotRunOutWhileTheyAreHeld() {
        holds.book().set(award("soon", 1, 100, null, day(10)));
        holds.place(60, day(20));
        holds.passUntil(day(15));

        assertThat(holds.book().balance().expired()).isEqualTo(40);
        assertThat(holds.capture(0, 60, false)).isEmpty();
        assertThat(holds.book().balance().spent()).isEqualTo(60);
    }

    @Test
    void pointsWhoseTimeWasOverStayDeadWhenTheirHoldIsVoided() {
        holds.book().set(award("soon", 1, 100, null, day(10)));
        holds.place(60, day(20));
        holds.passUntil(day(15));
        holds.release(0);

        assertThat(holds.book().balance().active()).isZero();
        assertThat(holds.book().balance().expired()).isEqualTo(100);
    }

    @Test
    void aCurrencyMayGiveThemGrace() {
        var kind = new HoldBook(new DeadLots.Grace(Period.ofDays(5)));
        kind.book().set(award("soon", 1, 100, null, day(10)));
        kind.place(60, day(20));
        kind.passUntil(day(15));
        kind.release(0);

        assertThat(kind.book().balance().active()).isEqualTo(60);
        assertThat(kind.book().lot("soon").expiresAt()).isEqualTo(day(21));
        kind.passUntil(day(21));
        assertThat(kind.book().balance().expired()).isEqualTo(100);
    }

    @Test
    void aCurrencyMayMakeThemNew() {
        var kind = new HoldBook(new DeadLots.NewLot());
        kind.book().set(award("soon", 1, 100, null, day(10)));
        kind.place(60, day(20));
        kind.passUntil(day(500));

        assertThat(kind.hold(0).status()).isEqualTo(Hold.Status.LAPSED);
        assertThat(kind.book().balance().active()).isEqualTo(60);
        assertThat(kind.book().balance().expired()).isEqualTo(40);
    }

    @Test
    void aHoldLapsesAtItsInstantHoweverLateItIsNoticed() {
        holds.book().set(award("soon", 1, 100, null, day(25)));
        holds.place(60, day(20));
        holds.passUntil(day(40));

        var released =
                holds.book().journal().stream()
                        .filter(p -> p.kind() == PostingKind.HOLD_RELEASED)
                        .findFirst()
                        .orElseThrow();
        assertThat(released.occurredAt()).isEqualTo(day(20));
        assertThat(holds.hold(0).settledAt()).isEqualTo(day(20));
        assertThat(holds.book().balance().expired()).isEqualTo(100);
    }

    @Test
    void aLapsedHoldCannotBeCaptured() {
        holds.book().set(award("base:1", 1, 100));
        holds.place(60, day(20));
        holds.passUntil(day(20));

        assertThat(holds.capture(0, 60, false)).contains(new HoldOutcome.Lapsed(day(20)));
        assertThat(holds.release(0)).contains(new HoldOutcome.Lapsed(day(20)));
    }

    @Test
    void aReturnDoesNotTakeReservedPointsAndVoidingPaysTheDebt() {
        holds.book().set(award("base:1", 1, 100));
        holds.place(100, day(20));
        holds.book().set(award("base:1", 2, 30));

        assertThat(holds.book().balance().arrears()).isEqualTo(70);
        assertThat(holds.hold(0).held()).isEqualTo(100);
        holds.release(0);
        assertThat(holds.book().balance().visible()).isEqualTo(30);
        assertThat(holds.book().balance().arrears()).isZero();
    }

    @Test
    void aRefundIsAsIfLessHadBeenCaptured() {
        var other = new HoldBook();
        for (var each : List.of(holds, other)) {
            each.book().set(award("late", 1, 100, null, day(90)));
            each.book().set(award("soon", 1, 100, null, day(30)));
            each.place(150, day(5));
        }
        holds.capture(0, 150, false);
        assertThat(holds.refund(0, 25)).isTrue();
        assertThat(holds.refund(0, 35)).isTrue();
        other.capture(0, 90, false);

        assertThat(holds.left("soon", "late")).isEqualTo(other.left("soon", "late"));
        assertThat(holds.refund(0, 91)).isFalse();
        assertThat(holds.refund(0, 90)).isTrue();
        assertThat(holds.book().balance().spent()).isZero();
        assertThat(holds.book().balance().active()).isEqualTo(200);
    }

    @Test
    void aHoldWhoseNumbersContradictEachOtherDoesNotExist() {
        assertThatThrownBy(() -> hold(100, 60, 50, 0, Hold.Status.HELD))
                .hasMessageContaining("60 captured, 50 released");
        assertThatThrownBy(() -> hold(100, 100, 0, 101, Hold.Status.CAPTURED))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> hold(0, 0, 0, 0, Hold.Status.HELD))
                .isInstanceOf(IllegalStateException.class);
    }

    private static Hold hold(
            long points, long captured, long released, long refunded, Hold.Status status) {
        return new Hold(
                UUID.randomUUID(),
                AccountId.of("m-1"),
                points,
                captured,
                released,
                refunded,
                status,
                "pos:shop",
                day(0),
                day(1),
                day(7),
                status == Hold.Status.HELD ? null : day(1),
                "order",
                null,
                null);
    }
}
