package dev.cairn.kit.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class GaugesTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Map<String, Double> sizes = new TreeMap<>(Map.of("gold", 3.0, "new", 5.0));
    private boolean away;

    private final Measures measures =
            new Measures(
                    List.of(
                            gauges -> {
                                if (away) {
                                    throw new IllegalStateException("away");
                                }
                                sizes.forEach((id, n) -> gauges.set("size", "", n, "segment", id));
                            }),
                    registry);

    private double size(String segment) {
        return registry.get("size").tag("segment", segment).gauge().value();
    }

    @Test
    void aValueIsKeptUntilTheNextRound() {
        measures.take();
        sizes.put("gold", 4.0);

        assertThat(size("gold")).isEqualTo(3);
        measures.take();
        assertThat(size("gold")).isEqualTo(4);
    }

    @Test
    void whatIsGoneIsNoLongerShown() {
        measures.take();
        sizes.remove("new");

        measures.take();

        assertThat(registry.find("size").gauges()).hasSize(1);
    }

    @Test
    void aFailureIsNotANumberAndTheNextRoundHealsIt() {
        measures.take();
        away = true;
        measures.take();
        assertThat(size("gold")).isNaN();

        away = false;
        measures.take();
        assertThat(size("gold")).isEqualTo(3);
    }
}
