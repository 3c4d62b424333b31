package dev.cairn.devstack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {

    @Test
    void everyPercentileIsAMeasuredValue() {
        List<Long> hundred = LongStream.rangeClosed(1, 100).boxed().toList();

        assertThat(Percentiles.of(hundred)).isEqualTo(new Percentiles(100, 50, 95, 99, 100));
    }

    @Test
    void orderDoesNotMatterAndFewValuesDoNotBreakIt() {
        assertThat(Percentiles.of(List.of(9L, 1L, 5L))).isEqualTo(new Percentiles(3, 5, 9, 9, 9));
        assertThat(Percentiles.of(List.of(4L))).isEqualTo(new Percentiles(1, 4, 4, 4, 4));
    }

    @Test
    void nothingMeasuredIsNoMeasurement() {
        assertThat(Percentiles.of(List.of())).isEqualTo(new Percentiles(0, 0, 0, 0, 0));
    }
}
