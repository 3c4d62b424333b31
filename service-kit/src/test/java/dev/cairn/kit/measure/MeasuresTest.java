package dev.cairn.kit.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeasuresTest {
    private final Source cheap = new Source(Duration.ZERO);
    private final Source dear = new Source(Duration.ofMinutes(5));
    private long nanos = 7;

    private final Measures measures =
            new Measures(List.of(cheap, dear), new SimpleMeterRegistry(), () -> nanos);

    @Test
    void whatIsDearIsAskedWhenItHasBecomeOld() {
        measures.takeOld();
        pass(Duration.ofMinutes(5).minusNanos(1));
        measures.takeOld();
        assertThat(List.of(cheap.asked, dear.asked)).containsExactly(2, 1);

        pass(Duration.ofNanos(1));
        measures.takeOld();
        assertThat(List.of(cheap.asked, dear.asked)).containsExactly(3, 2);
    }

    @Test
    void whatWentWrongIsAskedAgainAtOnce() {
        dear.away = true;
        measures.takeOld();
        dear.away = false;

        measures.takeOld();
        measures.takeOld();

        assertThat(dear.asked).isEqualTo(2);
    }

    @Test
    void whoeverAsksForAllGetsAll() {
        measures.takeOld();

        measures.take();

        assertThat(dear.asked).isEqualTo(2);
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
    }

    private static final class Source implements Measured {
        private final Duration mayBeOld;
        private int asked;
        private boolean away;

        private Source(Duration mayBeOld) {
            this.mayBeOld = mayBeOld;
        }

        @Override
        public Duration mayBeOld() {
            return mayBeOld;
        }

        @Override
        public void measure(Gauges gauges) {
            asked++;
            if (away) {
                throw new IllegalStateException("away");
            }
        }
    }
}
