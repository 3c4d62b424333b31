package dev.cairn.ledger.proof;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often the ledger is proven without anybody asking. */
@ConfigMapping(prefix = "cairn.proof")
public interface ProofConfig {
    /** Real time between two proofs, whichever replica runs them. A proof reads every posting. */
    @WithDefault("PT1H")
    Duration every();
}
