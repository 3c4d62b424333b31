package dev.cairn.devstack.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class WindowsTest {

    private static final LocalDate FIRST = LocalDate.of(2010, 12, 1);

    private final List<String> played = new ArrayList<>();

    @Test
    void threeDaysAreOneStretchAndEmptyOnesAreSkipped() {
        LocalDate end = play(OptionalLong.empty(), 0, 2, 3, 10);

        assertThat(played).containsExactly("2010-12-04: i0 i1", "2010-12-05: i2", "2010-12-12: i3");
        assertThat(end).isEqualTo("2010-12-12");
    }

    @Test
    void shufflingStaysWithinAStretchAndIsTheSameForTheSameSeed() {
        int[] days = new int[30];
        for (int i = 0; i < days.length; i++) {
            days[i] = i / 15 * 3;
        }
        play(OptionalLong.of(5), days);
        List<String> first = List.copyOf(played);
        played.clear();
        play(OptionalLong.of(5), days);

        assertThat(played).isEqualTo(first);
        assertThat(played.getFirst()).doesNotContain("i15").doesNotContain("i0 i1 i2 i3 i4");
    }

    private LocalDate play(OptionalLong shuffle, int... daysAfterFirst) {
        Windows windows =
                new Windows(
                        new Matching("GBP", new Tally()),
                        shuffle,
                        (end, newcomers, activities) ->
                                played.add(
                                        end
                                                + ": "
                                                + String.join(
                                                        " ",
                                                        activities.stream()
                                                                .map(Activity::id)
                                                                .toList())));
        for (int i = 0; i < daysAfterFirst.length; i++) {
            windows.add(
                    new SourceRow(
                            "i" + i,
                            "A",
                            1,
                            FIRST.plusDays(daysAfterFirst[i]).atTime(9, 0),
                            100,
                            "1",
                            ""));
        }
        return windows.finish();
    }
}
