package dev.cairn.kit;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.Config;

/** Refuses to start in production with settings that are meant for demos and tests. */
@ApplicationScoped
public class SafeStart {
    private final Config config;

    public SafeStart(Config config) {
        this.config = config;
    }

    void check(@Observes @Priority(1) StartupEvent event) {
        if (!production()) {
            return;
        }
        var refusals = Refusals.of(key -> config.getOptionalValue(key, String.class));
        if (!refusals.isEmpty()) {
            throw new IllegalStateException(
                    "these settings are not safe in production: " + String.join("; ", refusals));
        }
    }

    private static boolean production() {
        return ConfigUtils.getProfiles().contains(LaunchMode.NORMAL.getDefaultProfile());
    }
}
