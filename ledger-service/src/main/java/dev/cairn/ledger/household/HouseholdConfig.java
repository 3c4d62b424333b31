package dev.cairn.ledger.household;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The rules of households. */
@ConfigMapping(prefix = "cairn.household")
public interface HouseholdConfig {
    /** How many members may belong to one. */
    @WithDefault("6")
    int mostMembers();

    /** What happens to the points that somebody gave and nobody took, when they leave. */
    @WithDefault("RETURNS_SHARE")
    OnLeave onLeave();

    /** Who may take points out of the household's account. */
    @WithDefault("OWNER")
    Spenders spenders();

    /** How long an invitation is good. */
    @WithDefault("P7D")
    Duration invitationLasts();

    /** What happens to unspent points of who leaves. The last member always gets everything. */
    enum OnLeave {
        /** They stay with the household. */
        STAYS,
        /** They go back, at the age that they have. */
        RETURNS_SHARE
    }

    /** Who may take points. */
    enum Spenders {
        OWNER,
        EVERYBODY
    }
}
