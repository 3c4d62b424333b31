package dev.cairn.kit.clock;

import java.time.Instant;

/** Work that falls due as time passes. */
public interface Sweep {
    /** A short name for logs and metrics. */
    String name();

    /** Does all that is due at {@code now}, oldest first. Running it again changes nothing. */
    void run(Instant now);
}
