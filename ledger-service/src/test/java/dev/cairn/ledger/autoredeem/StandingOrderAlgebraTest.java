package dev.cairn.ledger.autoredeem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.LedgerProblem;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.account.Standing;
import dev.cairn.ledger.autoredeem.StandingOrderAlgebra.Decision;
import dev.cairn.ledger.autoredeem.StandingOrderAlgebra.Sight;
import dev.cairn.ledger.catalogue.AutoRedeem;
import dev.cairn.ledger.catalogue.Payment.Rate;
import java.time.Instant;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class StandingOrderAlgebraTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Offer TEA = new Offer.Priced(100);
    private static final Decision REST = new Decision.Rest();

    private static StandingOrder order(long reserve, AutoRedeem terms) {
        var id = new AccountId("m-1", "points");
        return new StandingOrder(id, "tea", reserve, NOW, 0, terms, null, null);
    }

    private static StandingOrder from(long threshold, long reserve) {
        return order(reserve, new AutoRedeem(threshold, null));
    }

    private static Sight sees(long active, Offer offer) {
        return new Sight(Standing.GOOD, active, 0, 0, offer);
    }

    private static Decision decide(StandingOrder order, Sight sight) {
        return StandingOrderAlgebra.decide(order, sight);
    }

    @Example
    void fromTheThresholdOnItTakesAsManyAsFit() {
        assertThat(decide(from(250, 0), sees(249, TEA))).isEqualTo(REST);
        assertThat(decide(from(250, 0), sees(250, TEA))).isEqualTo(new Decision.Redeem(2, 100));
        assertThat(decide(from(250, 0), sees(310, TEA))).isEqualTo(new Decision.Redeem(3, 100));
    }

    @Example
    void aThresholdBelowThePriceWaitsForThePrice() {
        assertThat(decide(from(1, 0), sees(99, TEA))).isEqualTo(REST);
        assertThat(decide(from(1, 0), sees(100, TEA))).isEqualTo(new Decision.Redeem(1, 100));
    }

    @Example
    void theReserveIsNotTouched() {
        assertThat(decide(from(100, 400), sees(399, TEA))).isEqualTo(REST);
        assertThat(decide(from(100, 400), sees(499, TEA))).isEqualTo(REST);
        assertThat(decide(from(100, 400), sees(620, TEA))).isEqualTo(new Decision.Redeem(2, 100));
    }

    @Example
    void aDayHasANumber() {
        var order = order(0, new AutoRedeem(100L, 3));
        assertThat(decide(order, new Sight(Standing.GOOD, 1000, 0, 0, TEA)))
                .isEqualTo(new Decision.Redeem(3, 100));
        assertThat(decide(order, new Sight(Standing.GOOD, 1000, 2, 0, TEA)))
                .isEqualTo(new Decision.Redeem(1, 100));
        assertThat(decide(order, new Sight(Standing.GOOD, 1000, 3, 0, TEA))).isEqualTo(REST);
        assertThat(decide(order, new Sight(Standing.GOOD, 1000, 9, 0, TEA))).isEqualTo(REST);
    }

    @Example
    void nothingLeavesAFrozenMergedOrErasedAccount() {
        var order = from(100, 0);
        for (var standing :
                new Standing[] {
                    new Standing(true, null, false),
                    new Standing(false, "m-2", false),
                    new Standing(false, null, true)
                }) {
            assertThat(decide(order, new Sight(standing, 1000, 0, 0, TEA))).isEqualTo(REST);
        }
    }

    @Example
    void whatCameBackIsNotTakenAgain() {
        var order = from(100, 0);
        assertThat(decide(order, new Sight(Standing.GOOD, 1000, 0, 1, TEA))).isEqualTo(REST);
        var said = new StandingOrder(order.account(), "tea", 0, NOW, 1, order.terms(), null, null);
        assertThat(decide(said, new Sight(Standing.GOOD, 1000, 0, 1, TEA)))
                .isEqualTo(new Decision.Redeem(10, 100));
    }

    @Example
    void anObstacleBlocksOnlyWhoHasThePoints() {
        var soldOut = Problem.of(LedgerProblem.REWARD_SOLD_OUT, "Nothing is left.");
        var none = new Offer.None(soldOut);
        assertThat(decide(from(100, 0), sees(99, none))).isEqualTo(REST);
        assertThat(decide(from(100, 0), sees(100, none))).isEqualTo(new Decision.Block(soldOut));
    }

    @Example
    void whatTheProgrammeDoesNotOfferAnyMoreIsBlocked() {
        assertThat(decide(order(0, null), sees(1000, TEA)))
                .isInstanceOfSatisfying(
                        Decision.Block.class,
                        block ->
                                assertThat(block.problem().type())
                                        .isEqualTo(LedgerProblem.AUTO_REDEEM_NOT_OFFERED));
    }

    @Example
    void moneyIsAsMuchAsThePointsAboveTheReserveAreWorth() {
        var pay = new Offer.Rated(new Rate("1", Instant.EPOCH, 100L, 50L), "EUR");
        assertThat(decide(from(500, 201), sees(700, pay)))
                .isEqualTo(new Decision.Pay(498, 249, "EUR"));
        assertThat(decide(from(1, 699), sees(700, pay))).isEqualTo(REST);
        assertThat(decide(from(1, 0), new Sight(Standing.GOOD, 700, 10, 0, pay))).isEqualTo(REST);
    }

    /** What is redeemed and what is left is what was there; afterwards nothing more is taken. */
    @Property
    void theReserveStaysAndNoPointIsLost(
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long before,
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long reserve,
            @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long price,
            @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long threshold,
            @ForAll @IntRange(min = 1, max = 25) int most,
            @ForAll @IntRange(min = 0, max = 30) int today) {
        var order = order(reserve, new AutoRedeem(threshold, most));
        var offer = new Offer.Priced(price);

        var decision = decide(order, new Sight(Standing.GOOD, before, today, 0, offer));

        if (decision instanceof Decision.Redeem(var times, var each)) {
            var rest = before - times * each;
            assertThat(each).isEqualTo(price);
            assertThat(times).isBetween(1, most - today);
            assertThat(before).isGreaterThanOrEqualTo(threshold);
            assertThat(rest).isGreaterThanOrEqualTo(reserve);
            assertThat(decide(order, new Sight(Standing.GOOD, rest, today + times, 0, offer)))
                    .isEqualTo(REST);
        } else {
            assertThat(decision).isEqualTo(REST);
            assertThat(before < threshold || today >= most || before - reserve < price).isTrue();
        }
    }

    @Property
    void moneyNeverTakesFromTheReserve(
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long before,
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long reserve,
            @ForAll @LongRange(min = 1, max = 1_000_000) long points,
            @ForAll @LongRange(min = 1, max = 1_000_000) long minor) {
        var offer = new Offer.Rated(new Rate("1", Instant.EPOCH, points, minor), "EUR");

        var decision = decide(from(1, reserve), sees(before, offer));

        if (decision instanceof Decision.Pay pay) {
            assertThat(before - pay.most()).isGreaterThanOrEqualTo(reserve);
            assertThat(pay.minor()).isBetween(1L, 1_000_000_000L);
        } else {
            assertThat(decision).isEqualTo(REST);
        }
    }
}
