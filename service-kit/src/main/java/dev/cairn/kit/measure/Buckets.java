package dev.cairn.kit.measure;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.inject.Singleton;
import java.util.Arrays;

/**
 * Which durations are counted in buckets, and at which limits. Limits are few: each is a time
 * series per label combination.
 */
@Singleton
public class Buckets implements MeterFilter {
    /** The limits of what a person waits for; the service level objectives are among them. */
    private static final double[] ANSWERS = {0.05, 0.1, 0.3, 0.5, 1, 2.5, 5};

    /** From one database statement to a message that waited for a while. */
    private static final double[] WORK = {
        0.001, 0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60, 300
    };

    private static final double NANOS = 1e9;

    @Override
    public DistributionStatisticConfig configure(
            Meter.Id id, DistributionStatisticConfig configured) {
        if (id.getType() != Meter.Type.TIMER) {
            return configured;
        }
        return switch (id.getName()) {
            case "http.server.requests" -> with(ANSWERS).merge(configured);
            case "cairn_sweep" -> configured;
            case String own when own.startsWith("cairn_") -> with(WORK).merge(configured);
            default -> configured;
        };
    }

    private static DistributionStatisticConfig with(double[] seconds) {
        return DistributionStatisticConfig.builder()
                .serviceLevelObjectives(Arrays.stream(seconds).map(s -> s * NANOS).toArray())
                .build();
    }
}
