package dev.cairn.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.devstack.demo.DemoOptions;
import dev.cairn.e2e.platform.Cairn;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FaultTest {

    private static final long SEED = Long.getLong("cairn.fault.seed", 20_260_105);
    private static final DemoOptions PLAY = new DemoOptions(60, 30, 11);

    /**
     * The same play twice, once in peace and once while everything that holds data and every
     * service is killed in its middle. Both must end alike.
     */
    @Test
    void killsLoseNothingAndDoubleNothing() {
        // Given
        Cairn cairn = Cairn.started("fault");
        Season calm = Season.play(cairn, PLAY);

        // When
        long began = System.nanoTime();
        List<Blow> blows = Blow.plan(PLAY, SEED);
        Season rough = under(blows, cairn.emptied());

        // Then
        Map<String, Long> off = rough.books().off(calm.books());
        report(blows, rough, off, Duration.ofNanos(System.nanoTime() - began));
        assertThat(broken(calm)).as("checks of the play in peace").isEmpty();
        assertThat(broken(rough)).as("checks of the play with faults").isEmpty();
        assertThat(off).as("points too many or too few, seed " + SEED).isEmpty();
        assertThat(rough.report().get("shop")).isEqualTo(calm.report().get("shop"));
        assertThat(rough.books().moved(calm.books())).as("seed " + SEED).isEmpty();
    }

    private static Season under(List<Blow> blows, Cairn empty) {
        try (Cairn cairn = empty;
                Chaos chaos = Chaos.begin(cairn, blows)) {
            Season season = Season.play(cairn, PLAY);
            chaos.awaitEnd();
            return season;
        }
    }

    private static List<?> broken(Season season) {
        List<?> checks = (List<?>) season.report().get("checks");
        assertThat(checks).isNotEmpty();
        return checks.stream()
                .filter(check -> !Boolean.TRUE.equals(((Map<?, ?>) check).get("holds")))
                .toList();
    }

    private static void report(
            List<Blow> blows, Season season, Map<String, Long> off, Duration time) {
        System.out.printf(
                "faults: kills=%d flushes=%d activities=%d lost=%d doubled=%d seconds=%d seed=%d%n",
                blows.stream().filter(blow -> blow.victim().isPresent()).count(),
                blows.stream().filter(blow -> blow.victim().isEmpty()).count(),
                season.accepted(),
                -off.values().stream().filter(n -> n < 0).mapToLong(Long::longValue).sum(),
                off.values().stream().filter(n -> n > 0).mapToLong(Long::longValue).sum(),
                time.toSeconds(),
                SEED);
    }
}
