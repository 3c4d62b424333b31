package dev.cairn.notify.contact;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Refuses to start in production with the keys that everybody can read in our sources. */
@ApplicationScoped
public class SafeSecrets {
    private static final String MARK = "development only";

    private final SecretsConfig config;

    public SafeSecrets(SecretsConfig config) {
        this.config = config;
    }

    void check(@Observes @Priority(1) StartupEvent event) {
        check(ConfigUtils.getProfiles());
    }

    void check(List<String> profiles) {
        if (profiles.contains(LaunchMode.NORMAL.getDefaultProfile())) {
            refuse("cairn.secrets.contact-key", config.contactKey());
            refuse("cairn.secrets.unsubscribe-key", config.unsubscribeKey());
        }
    }

    private static void refuse(String setting, String value) {
        var key = new String(SecretKeys.read(setting, value), StandardCharsets.ISO_8859_1);
        if (key.startsWith(MARK)) {
            throw new IllegalStateException(
                    setting + " is the development key; make one with openssl rand -base64 32");
        }
    }
}
