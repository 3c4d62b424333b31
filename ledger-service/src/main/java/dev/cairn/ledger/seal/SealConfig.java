package dev.cairn.ledger.seal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When days are sealed. */
@ConfigMapping(prefix = "cairn.seal")
public interface SealConfig {
    /**
     * How long after its end a day is sealed. Later lines of the day fall under the next seal, so
     * this only decides how rarely that happens.
     */
    @WithDefault("PT10M")
    Duration after();
}
