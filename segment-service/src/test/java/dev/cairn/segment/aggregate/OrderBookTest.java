package dev.cairn.segment.aggregate;

import static dev.cairn.segment.Shop.purchase;
import static dev.cairn.segment.Shop.takeBack;
import static dev.cairn.segment.Shop.voided;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.contracts.ActivityEvent;
import dev.cairn.contracts.ActivityEvent.ActivityRecorded;
import dev.cairn.segment.condition.DayTotals;
import dev.cairn.segment.member.Member;
import dev.cairn.segment.member.Totals;
import dev.cairn.segment.member.ZoneHistory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OrderBookTest {
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    static final Instant NOON = Instant.parse("2026-03-01T11:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-03-01");

    @Test
    void aPurchaseCountsOnItsDay() {
        var member = after(purchase("m", "o", NOON, 500));

        assertThat(member.totals().purchases()).isEqualTo(1);
        assertThat(member.totals().netSpend()).isEqualTo(1000);
        assertThat(member.totals().lastPurchaseAt()).contains(NOON);
        assertThat(member.days()).containsExactly(new DayTotals(DAY, 1, 1000));
    }

    @Test
    void aPartialReturnLowersTheDayOfThePurchase() {
        var member =
                after(
                        purchase("m", "o", NOON, 500),
                        takeBack("m", "r", "o", NOON.plusSeconds(864_000), 1));

        assertThat(member.totals().purchases()).isEqualTo(1);
        assertThat(member.days()).containsExactly(new DayTotals(DAY, 1, 500));
        assertThat(member.totals().lastActivityAt()).contains(NOON);
    }

    @Test
    void aFullReturnTakesThePurchaseBack() {
        var book =
                book(
                        purchase("m", "o", NOON, 500),
                        takeBack("m", "r1", "o", NOON, 1),
                        takeBack("m", "r2", "o", NOON, 1));

        assertThat(book.changes().get("m").lost()).isTrue();
        assertThat(book.changes().get("m").applyTo(nobody()).totals().purchases()).isZero();
        assertThat(book.changes().get("m").applyTo(nobody()).days()).isEmpty();
    }

    @Test
    void aReturnMayArriveBeforeItsPurchase() {
        assertThat(
                        after(takeBack("m", "r", "o", NOON, 1), purchase("m", "o", NOON, 500))
                                .totals()
                                .netSpend())
                .isEqualTo(500);
        assertThat(
                        after(takeBack("m", "r", "o", NOON, 2), purchase("m", "o", NOON, 500))
                                .totals()
                                .purchases())
                .isZero();
    }

    @Test
    void moreThanWasBoughtCannotComeBack() {
        assertThat(
                        after(purchase("m", "o", NOON, 500), takeBack("m", "r", "o", NOON, 99))
                                .totals()
                                .netSpend())
                .isZero();
    }

    @Test
    void whatIsFreeIsNoPurchaseButAnActivity() {
        var member = after(purchase("m", "o", NOON, 0));

        assertThat(member.totals().purchases()).isZero();
        assertThat(member.totals().lastPurchaseAt()).isEmpty();
        assertThat(member.totals().lastActivityAt()).contains(NOON);
    }

    @Test
    void aVoidedReturnGivesThePurchaseBack() {
        var member =
                after(
                        purchase("m", "o", NOON, 500),
                        takeBack("m", "r", "o", NOON, 2),
                        voided("m", "r", NOON));

        assertThat(member.totals().purchases()).isEqualTo(1);
        assertThat(member.totals().netSpend()).isEqualTo(1000);
    }

    @Test
    void aVoidMayArriveBeforeWhatItVoids() {
        var member = after(voided("m", "o", NOON), purchase("m", "o", NOON, 500));

        assertThat(member.totals().purchases()).isZero();
        assertThat(member.totals().lastActivityAt()).isEmpty();
    }

    @Test
    void anotherMembersReturnOrVoidChangesNothing() {
        var member =
                after(
                        purchase("m", "o", NOON, 500),
                        takeBack("x", "r", "o", NOON, 2),
                        voided("x", "o", NOON));

        assertThat(member.totals().netSpend()).isEqualTo(1000);
    }

    @Test
    void theFirstContentOfAnActivityStays() {
        var member = after(purchase("m", "o", NOON, 500), purchase("m", "o", NOON, 900));

        assertThat(member.totals().netSpend()).isEqualTo(1000);
    }

    @Test
    void aVisitIsAnActivityAndNoPurchase() {
        var visit =
                new ActivityRecorded("shop", "v", "m", "visit", NOON, null, List.of(), Map.of());

        var member = after(visit);

        assertThat(member.totals().purchases()).isZero();
        assertThat(member.totals().lastActivityAt()).contains(NOON);
        assertThat(after(visit, voided("m", "v", NOON)).days()).isEmpty();
    }

    private static Member after(ActivityEvent... events) {
        return figures(book(events), nobody());
    }

    static Member figures(OrderBook book, Member member) {
        return book.changes().containsKey("m") ? book.changes().get("m").applyTo(member) : member;
    }

    static OrderBook book(ActivityEvent... events) {
        var book = new OrderBook(List.of());
        for (var event : events) {
            book.apply(event, ZONE);
        }
        return book;
    }

    static Member nobody() {
        return new Member(
                "m",
                NOON,
                Optional.empty(),
                new ZoneHistory(List.of()),
                new Totals(
                        0,
                        0,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        0,
                        Optional.empty(),
                        Optional.empty()),
                LocalDate.ofInstant(NOON, ZoneOffset.UTC).minusDays(90),
                List.of(),
                1,
                Optional.empty());
    }
}
