package dev.cairn.segment.condition;

import static dev.cairn.segment.condition.FactsBuilder.aMember;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.segment.condition.Condition.AgeLeaf;
import dev.cairn.segment.condition.Condition.All;
import dev.cairn.segment.condition.Condition.Any;
import dev.cairn.segment.condition.Condition.ListLeaf;
import dev.cairn.segment.condition.Condition.Not;
import dev.cairn.segment.condition.Condition.NumberLeaf;
import dev.cairn.segment.condition.Condition.PresenceLeaf;
import dev.cairn.segment.condition.Condition.TextLeaf;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluatorTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Condition BOUGHT_WITHIN_45 =
            new AgeLeaf(MomentField.LAST_PURCHASE_AT, AgeOp.WITHIN, Period.ofDays(45));
    private static final Condition BOUGHT_BEFORE_45 =
            new AgeLeaf(MomentField.LAST_PURCHASE_AT, AgeOp.BEFORE, Period.ofDays(45));

    @Test
    void purchaseIsWithinUntilItIsExactlySoOld() {
        var facts = aMember().in("UTC").bought("2026-03-01T12:00:00Z", 100).facts();
        var turn = Instant.parse("2026-04-15T12:00:00Z");

        assertThat(met(BOUGHT_WITHIN_45, facts, turn.minusMillis(1))).isTrue();
        assertThat(met(BOUGHT_WITHIN_45, facts, turn)).isFalse();
        assertThat(met(BOUGHT_BEFORE_45, facts, turn.minusMillis(1))).isFalse();
        assertThat(met(BOUGHT_BEFORE_45, facts, turn)).isTrue();
        assertThat(next(BOUGHT_WITHIN_45, facts, NOON)).contains(turn);
        assertThat(next(BOUGHT_BEFORE_45, facts, NOON)).contains(turn);
        assertThat(next(BOUGHT_WITHIN_45, facts, turn)).isEmpty();
    }

    @Test
    void ageIsCountedInTheMembersCalendarAcrossTheSpringChange() {
        var facts = aMember().in("Europe/Berlin").bought("2026-03-01T12:00:00Z", 100).facts();

        assertThat(next(BOUGHT_WITHIN_45, facts, NOON))
                .contains(Instant.parse("2026-04-15T11:00:00Z"));
    }

    @Test
    void aMomentThatNeverWasIsNeitherWithinNorBefore() {
        var facts = aMember().facts();

        assertThat(met(BOUGHT_WITHIN_45, facts, NOON)).isFalse();
        assertThat(met(BOUGHT_BEFORE_45, facts, NOON)).isFalse();
        assertThat(met(new PresenceLeaf(MomentField.LAST_PURCHASE_AT, false), facts, NOON))
                .isTrue();
        assertThat(met(new PresenceLeaf(MomentField.JOINED_AT, true), facts, NOON)).isTrue();
    }

    @Test
    void aDayLeavesTheWindowAtMidnightOfTheMembersZone() {
        var facts = aMember().in("Europe/Berlin").bought("2026-03-01T22:59:00Z", 100).facts();
        var one = count(90, NumberOp.GTE, 1);
        // 1 March in Berlin, plus 90 days, starts at 22:00 UTC of 29 May (summer time)
        var end = Instant.parse("2026-05-29T22:00:00Z");

        assertThat(met(one, facts, end.minusMillis(1))).isTrue();
        assertThat(met(one, facts, end)).isFalse();
        assertThat(next(one, facts, NOON)).contains(end);
    }

    @Test
    void thePurchaseOneMinuteAfterMidnightLeavesOneDayLater() {
        var facts = aMember().in("Europe/Berlin").bought("2026-03-01T23:01:00Z", 100).facts();

        assertThat(next(count(90, NumberOp.GTE, 1), facts, NOON))
                .contains(Instant.parse("2026-05-30T22:00:00Z"));
    }

    @Test
    void aOneDayWindowIsToday() {
        var facts = aMember().in("UTC").bought("2026-03-01T00:00:00Z", 100).facts();
        var today = count(1, NumberOp.EQ, 1);

        assertThat(met(today, facts, Instant.parse("2026-03-01T23:59:59.999Z"))).isTrue();
        assertThat(met(today, facts, Instant.parse("2026-03-02T00:00:00Z"))).isFalse();
    }

    @Test
    void onlyTheDayThatTipsTheCountIsATimer() {
        var facts =
                aMember()
                        .in("UTC")
                        .bought("2026-01-10T10:00:00Z", 100)
                        .bought("2026-01-20T10:00:00Z", 100)
                        .bought("2026-02-01T10:00:00Z", 100)
                        .facts();

        assertThat(next(count(90, NumberOp.GTE, 2), facts, NOON))
                .contains(Instant.parse("2026-04-20T00:00:00Z"));
        assertThat(next(count(90, NumberOp.LTE, 0), facts, NOON))
                .contains(Instant.parse("2026-05-02T00:00:00Z"));
        assertThat(next(count(90, NumberOp.GTE, 4), facts, NOON)).isEmpty();
    }

    @Test
    void twoDaysThatASkippedDayLetsLeaveTogetherAreOneStep() {
        // Samoa had no 30 December 2011
        var facts =
                aMember()
                        .in("Pacific/Apia")
                        .bought("2011-12-28T20:00:00Z", 100)
                        .bought("2011-12-29T20:00:00Z", 100)
                        .facts();
        var now = Instant.parse("2011-12-29T21:00:00Z");
        var one = count(1, NumberOp.EQ, 1);
        var midnight = Instant.parse("2011-12-30T10:00:00Z");

        assertThat(met(one, facts, now)).isTrue();
        assertThat(next(one, facts, now)).contains(midnight);
        assertThat(met(one, facts, midnight)).isFalse();
    }

    @Test
    void netSpendCountsTheSameDaysAsPurchases() {
        var facts =
                aMember()
                        .in("UTC")
                        .bought("2026-01-10T10:00:00Z", 20_000)
                        .bought("2026-02-20T10:00:00Z", 15_000)
                        .facts();
        var spend = spend(90, 30_000);

        assertThat(met(spend, facts, NOON)).isTrue();
        assertThat(next(spend, facts, NOON)).contains(Instant.parse("2026-04-10T00:00:00Z"));
    }

    @Test
    void theTreesTimerIsWhereTheWholeAnswerTurnsNotWhereALeafDoes() {
        var facts = aMember().in("UTC").joined("2026-03-01T00:00:00Z").facts();
        var joined30 = new AgeLeaf(MomentField.JOINED_AT, AgeOp.WITHIN, Period.ofDays(30));
        var joined60 = new AgeLeaf(MomentField.JOINED_AT, AgeOp.WITHIN, Period.ofDays(60));

        assertThat(next(new Any(List.of(joined30, joined60)), facts, NOON))
                .contains(Instant.parse("2026-04-30T00:00:00Z"));
        assertThat(next(new All(List.of(joined30, joined60)), facts, NOON))
                .contains(Instant.parse("2026-03-31T00:00:00Z"));
        assertThat(next(new Any(List.of(joined30, new Not(joined30))), facts, NOON)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "EQ,4,false",
        "EQ,5,true",
        "LT,5,false",
        "LT,6,true",
        "LTE,4,false",
        "LTE,5,true",
        "GT,5,false",
        "GT,4,true",
        "GTE,6,false",
        "GTE,5,true"
    })
    void numbersCompareAtTheEdge(NumberOp op, long wanted, boolean met) {
        var facts = aMember().points(5).facts();

        var leaf = new NumberLeaf(NumberField.POINTS_BALANCE, Optional.empty(), op, wanted);

        assertThat(met(leaf, facts, NOON)).isEqualTo(met);
    }

    @Test
    void textsAndLists() {
        var facts = aMember().from("AT").likes("tea").facts();

        assertThat(met(new TextLeaf(TextField.COUNTRY, List.of("DE", "AT")), facts, NOON)).isTrue();
        assertThat(met(new TextLeaf(TextField.FAVOURITE_STORE, List.of("x")), facts, NOON))
                .isFalse();
        assertThat(met(new ListLeaf(ListField.INTERESTS, "tea"), facts, NOON)).isTrue();
        assertThat(met(new ListLeaf(ListField.INTERESTS, "coffee"), facts, NOON)).isFalse();
    }

    @Test
    void neverBoughtIsACountOfZero() {
        assertThat(met(count(90, NumberOp.EQ, 0), aMember().facts(), NOON)).isTrue();
    }

    @Test
    void everyLeafExplainsItselfEvenWhenAnotherAlreadyDecided() {
        var facts = aMember().in("UTC").bought("2026-02-20T10:00:00Z", 15_000).facts();

        var verdict =
                Evaluator.of(new All(List.of(count(90, NumberOp.GTE, 5), BOUGHT_WITHIN_45)))
                        .evaluate(facts, NOON);

        assertThat(verdict.met()).isFalse();
        assertThat(verdict.leaves())
                .containsExactly(
                        new LeafVerdict(
                                "purchases",
                                Optional.of("P90D"),
                                "gte",
                                5L,
                                Optional.of(1L),
                                false),
                        new LeafVerdict(
                                "lastPurchaseAt",
                                Optional.empty(),
                                "within",
                                "P45D",
                                Optional.of(Instant.parse("2026-02-20T10:00:00Z")),
                                true));
    }

    private static NumberLeaf count(int days, NumberOp op, long wanted) {
        return new NumberLeaf(NumberField.PURCHASES, Optional.of(new Window(days)), op, wanted);
    }

    private static NumberLeaf spend(int days, long wanted) {
        return new NumberLeaf(
                NumberField.NET_SPEND, Optional.of(new Window(days)), NumberOp.GTE, wanted);
    }

    private static boolean met(Condition condition, MemberFacts facts, Instant now) {
        return Evaluator.of(condition).met(facts, now);
    }

    private static Optional<Instant> next(Condition condition, MemberFacts facts, Instant now) {
        return Evaluator.of(condition).nextChangeAt(facts, now);
    }
}
