package dev.cairn.ledger.expiry;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.ZoneId;

/** When points run out, and who is told. */
@ConfigMapping(prefix = "cairn.expiry")
public interface ExpiryConfig {
    /** How long before their last day members are told. */
    @WithDefault("P7D")
    Duration warnBefore();

    /** How long before a calendar's last day operators are told that it needs new ones. */
    @WithDefault("P60D")
    Duration calendarsNeededBefore();

    /** The programme's time zone, in which a day begins and ends. */
    @WithDefault("UTC")
    ZoneId zone();

    /** Accounts per transaction; more is faster, but keeps their members waiting longer. */
    @WithDefault("500")
    int batchSize();
}
