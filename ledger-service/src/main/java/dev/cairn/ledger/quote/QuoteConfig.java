package dev.cairn.ledger.quote;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How quotes are made. */
@ConfigMapping(prefix = "cairn.quotes")
interface QuoteConfig {
    /** How long a price is promised. */
    @WithDefault("PT15M")
    Duration goodFor();
}
