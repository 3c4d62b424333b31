package dev.cairn.ledger.freeze;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

/** Why accounts are frozen. */
@ConfigMapping(prefix = "cairn.freeze")
public interface FreezeConfig {
    /** Codes that support may give. */
    @WithDefault("fraud,dispute,lost-access,member-wish")
    List<String> reasons();
}
