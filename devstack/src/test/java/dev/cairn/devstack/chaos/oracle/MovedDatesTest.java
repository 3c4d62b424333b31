package dev.cairn.devstack.chaos.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Revisions that change nothing but a date leave no trace but what happens on it. */
class MovedDatesTest {

    private static final Account ANN = Sample.ANN;

    private final Wallet wallet = new Wallet(Sample.RULES, List.of());
    private final List<Award> awards = new ArrayList<>();
    private final List<Line> journal = new ArrayList<>();

    private void set(Award award, int day) {
        awards.add(award);
        write(wallet.award(award, Sample.day(day)), day);
    }

    private void write(List<Change> changes, int day) {
        for (Change change : changes) {
            long version = journal.size() + 1L;
            journal.add(new Line("p-" + version, version, change, Sample.day(day)));
        }
    }

    private Verdict judged(List<Line> lines, Holding holding) {
        Case one = new Case(ANN, awards, List.of(), lines, holding, Sample.told(lines), List.of());
        return Judge.judge(List.of(one), Sample.RULES, Sample.day(30)).get(ANN);
    }

    @Test
    void aDayThatCameCloserIsFollowed() {
        set(Sample.award("a", 1, 70, null, 20), 0);
        set(Sample.award("a", 2, 70, null, 9), 1);
        set(Sample.award("a", 3, 70, null, 4), 2);
        write(wallet.passTime(Sample.day(4)), 4);
        assertThat(journal).hasSize(2);

        assertThat(judged(journal, wallet.holding()).differences()).isEmpty();
    }

    @Test
    void waitingThatWasCutShortIsFollowed() {
        set(Sample.award("a", 1, 70, 20, null), 0);
        set(Sample.award("a", 2, 70, 3, null), 1);
        write(wallet.passTime(Sample.day(3)), 3);

        assertThat(judged(journal, wallet.holding()).differences()).isEmpty();
    }

    @Test
    void pointsThatOutlivedTheirNewDayAreFound() {
        set(Sample.award("a", 1, 70, null, 40), 0);
        set(Sample.award("a", 2, 70, null, 9), 1);

        assertThat(judged(journal, wallet.holding()).holds()).isFalse();
    }

    @Test
    void pointsThatRanOutWithoutReasonAreFound() {
        set(Sample.award("a", 1, 70, null, 40), 0);
        Holding before = wallet.holding();
        write(List.of(new Change(Kind.EXPIRED, 70, 0, "")), 9);

        assertThat(judged(journal, before).holds()).isFalse();
    }
}
