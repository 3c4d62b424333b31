package dev.cairn.kit;

import dev.cairn.kit.clock.CairnClock;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Refuses to start in production with settings that are meant for demos and tests. */
@ApplicationScoped
public class SafeStart {
    private final CairnClock clock;

    public SafeStart(CairnClock clock) {
        this.clock = clock;
    }

    void check(@Observes @Priority(1) StartupEvent event) {
        if (production() && clock.settable()) {
            throw new IllegalStateException(
                    "cairn.clock.mode=test is not allowed in production: remove it, or start with"
                            + " quarkus.profile=demo");
        }
    }

    private static boolean production() {
        return ConfigUtils.getProfiles().contains(LaunchMode.NORMAL.getDefaultProfile());
    }
}
