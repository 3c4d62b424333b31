package dev.cairn.kit.clock;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Instant;
import java.util.Optional;

/** How the service knows the time. */
@ConfigMapping(prefix = "cairn.clock")
public interface ClockConfig {
    /** Where time comes from. */
    enum Mode {
        /** The machine's clock. */
        SYSTEM,
        /** Set through the management port. Refused in production. */
        TEST
    }

    /** {@code system}, or {@code test} for demos, replays and tests. */
    @WithDefault("system")
    Mode mode();

    /** Where the test clock stands before it is first set; the machine's time if absent. */
    Optional<Instant> start();
}
