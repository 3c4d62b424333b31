package dev.cairn.devstack.chaos.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A check that cannot fail proves nothing: each of these books was falsified in one place. */
class JudgeTest {

    private static final Wish.What REFUSED = Wish.What.INSUFFICIENT;

    private final Sample sample = Sample.ordinary();

    @Test
    void rightBooksAreRight() {
        Verdict verdict = judge(sample.books());

        assertThat(verdict.differences()).isEmpty();
        assertThat(verdict.holds()).isTrue();
        assertThat(verdict.allPostings()).isEqualTo(17);
    }

    @Test
    void aLostPostingIsFound() {
        for (int index = 0; index < sample.books().journal().size(); index++) {
            int gone = index;
            Verdict verdict = judge(sample.withJournal(lines -> without(lines, gone)));

            assertThat(verdict.holds()).as("without posting %d", gone + 1).isFalse();
        }
        assertThat(judge(sample.withJournal(lines -> without(lines, 0))).lost()).isEqualTo(1);
        assertThat(judge(sample.withJournal(lines -> without(lines, 2))).lost()).isEqualTo(1);
    }

    @Test
    void aDoubledPostingIsFound() {
        for (int index = 0; index < sample.books().journal().size(); index++) {
            int twice = index;
            Verdict verdict = judge(sample.withJournal(lines -> doubled(lines, twice)));

            assertThat(verdict.holds()).as("posting %d twice", twice + 1).isFalse();
        }
        assertThat(judge(sample.withJournal(lines -> doubled(lines, 0))).doubled()).isEqualTo(1);
        assertThat(judge(sample.withJournal(lines -> doubled(lines, 2))).doubled()).isEqualTo(1);
    }

    @Test
    void aWrongBalanceIsFound() {
        for (String figure : Holding.NOTHING.figures().keySet()) {
            Verdict verdict =
                    judge(
                            sample.withHolding(
                                    holding -> {
                                        Map<String, Long> figures =
                                                new HashMap<>(holding.figures());
                                        figures.merge(figure, 1L, Long::sum);
                                        return new Holding(
                                                figures,
                                                holding.lots(),
                                                holding.awards(),
                                                holding.redemptions(),
                                                holding.deeds());
                                    }));

            assertThat(verdict.differences()).singleElement().asString().contains("m-1: " + figure);
        }
    }

    @Test
    void aWrongLotIsFound() {
        Verdict verdict =
                judge(
                        sample.withHolding(
                                holding -> {
                                    Map<String, Holding.Rest> lots = new HashMap<>(holding.lots());
                                    lots.computeIfPresent(
                                            Births.name("a").toString(), JudgeTest::older);
                                    return new Holding(
                                            holding.figures(),
                                            lots,
                                            holding.awards(),
                                            holding.redemptions(),
                                            holding.deeds());
                                }));

        assertThat(verdict.differences()).singleElement().asString().contains("award=a");
    }

    @Test
    void aWrongEndOfAHoldOrAnAdjustmentIsFound() {
        for (String deed : sample.books().holding().deeds().keySet()) {
            Verdict verdict =
                    judge(
                            sample.withHolding(
                                    holding -> {
                                        Map<String, String> deeds = new HashMap<>(holding.deeds());
                                        deeds.put(deed, "FORGOTTEN");
                                        return new Holding(
                                                holding.figures(),
                                                holding.lots(),
                                                holding.awards(),
                                                holding.redemptions(),
                                                deeds);
                                    }));

            assertThat(verdict.differences()).singleElement().asString().contains(deed);
        }
    }

    @Test
    void aRedemptionThatWasGrantedAndIsGoneIsLost() {
        Verdict verdict = judge(sample.withWish(wish(Wish.What.REDEEMED, "r-9", 5)));

        assertThat(verdict.lost()).isEqualTo(1);
        assertThat(verdict.differences()).anyMatch(d -> d.contains("r-9"));
    }

    @Test
    void aRefusalThatNoMomentExplainsIsFound() {
        assertThat(judge(sample.withWish(refused(1))).holds()).isTrue();
        assertThat(judge(sample.withWish(refused(90))).differences())
                .singleElement()
                .asString()
                .contains("refused without reason");
    }

    @Test
    void aHoldThatWasRefusedAsLapsedMustHaveLapsed() {
        assertThat(judge(sample.withWish(tooLate("h-3"))).holds()).isTrue();
        assertThat(judge(sample.withWish(tooLate("h-4"))).differences())
                .singleElement()
                .asString()
                .contains("TOO_LATE");
    }

    @Test
    void aHoldThatOutlivesItsTimeIsFound() {
        assertThat(judge(sample.books(), 97).differences())
                .noneMatch(difference -> difference.contains("has not lapsed"));
        assertThat(judge(sample.books(), 98).differences())
                .anyMatch(difference -> difference.contains("hold h-4 has not lapsed"));
    }

    @Test
    void aHoldThatCannotHaveBecomeSoLongIsFound() {
        Wish extended =
                new Wish(
                        Sample.ANN,
                        null,
                        Wish.What.EXTENDED,
                        "h-4",
                        2,
                        0,
                        Duration.ofDays(10),
                        Sample.day(99).plusSeconds(1_000_000),
                        100,
                        101);

        assertThat(judge(sample.withWish(extended)).differences())
                .singleElement()
                .asString()
                .contains("extended beyond reason");
    }

    @Test
    void anEventThatWasNotToldIsFound() {
        assertThat(judge(sample.withTold(told -> told.subList(1, told.size()))).holds()).isFalse();
        assertThat(judge(sample.withTold(List::reversed)).holds()).isFalse();
    }

    @Test
    void anEventThatWasToldAgainIsCountedAndAbsorbed() {
        Verdict verdict =
                judge(
                        sample.withTold(
                                told -> {
                                    List<Told> again = new ArrayList<>(told);
                                    again.addAll(1, told.subList(0, 3));
                                    return again;
                                }));

        assertThat(verdict.differences()).isEmpty();
        assertThat(verdict.repeated()).isEqualTo(3);
    }

    private static Wish refused(long from) {
        return new Wish(Sample.ANN, null, REFUSED, "", 50, 10, Duration.ZERO, null, from, 99);
    }

    private static Wish tooLate(String hold) {
        return wish(Wish.What.TOO_LATE, hold, 1);
    }

    private static Wish wish(Wish.What what, String about, long points) {
        return new Wish(Sample.ANN, null, what, about, points, 0, Duration.ZERO, null, 100, 101);
    }

    private static Verdict judge(Case books) {
        return judge(books, 5);
    }

    private static Verdict judge(Case books, int day) {
        return Judge.judge(List.of(books), Sample.RULES, Sample.day(day)).get(Sample.ANN);
    }

    /** The same points, as if they had been earned a moment before. */
    private static Holding.Rest older(String name, Holding.Rest lot) {
        return new Holding.Rest(
                lot.award(),
                lot.earnedAt().minusSeconds(1),
                lot.expiresAt(),
                lot.earned(),
                lot.remaining(),
                lot.held(),
                lot.expired(),
                lot.pending());
    }

    private static List<Line> without(List<Line> lines, int index) {
        lines.remove(index);
        return lines;
    }

    private static List<Line> doubled(List<Line> lines, int index) {
        lines.add(index + 1, lines.get(index));
        return lines;
    }
}
