package dev.cairn.notify.start;

import dev.cairn.notify.contact.SecretKeys;
import dev.cairn.notify.contact.SecretsConfig;
import dev.cairn.notify.email.MailConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses to start without the settings that nobody but the operator knows, and tells of all at
 * once. The service kit refuses those that are known to everybody.
 *
 * <p>The settings themselves are optional, because migrations run without them.
 */
@ApplicationScoped
public class RequiredSettings {
    private static final String CONTACT_KEY = "cairn.secrets.contact-key";
    private static final String UNSUBSCRIBE_KEY = "cairn.secrets.unsubscribe-key";
    private static final String MAKE_A_KEY = "; make one with openssl rand -base64 32";

    private final Settings settings;

    public RequiredSettings(
            SecretsConfig secrets,
            MailConfig mail,
            @ConfigProperty(name = "cairn.public-url") Optional<URI> site) {
        this.settings =
                new Settings(site, mail.from(), secrets.contactKey(), secrets.unsubscribeKey());
    }

    record Settings(
            Optional<URI> site,
            Optional<String> sender,
            Optional<String> contactKey,
            Optional<String> unsubscribeKey) {}

    void check(@Observes @Priority(1) StartupEvent event) {
        var refusals = refusals(settings);
        if (!refusals.isEmpty()) {
            throw new IllegalStateException(String.join("\n", refusals));
        }
    }

    static List<String> refusals(Settings settings) {
        return Stream.of(
                        site(settings.site()),
                        sender(settings.sender()),
                        key(CONTACT_KEY, settings.contactKey()),
                        key(UNSUBSCRIBE_KEY, settings.unsubscribeKey()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> site(Optional<URI> site) {
        var reachable = site.filter(uri -> uri.getScheme() != null && uri.getHost() != null);
        return reachable.isPresent()
                ? Optional.empty()
                : Optional.of(
                        "cairn.public-url is missing or not a whole address; set it to where"
                                + " members reach this service, such as https://loyalty.example");
    }

    private static Optional<String> sender(Optional<String> sender) {
        return sender.filter(text -> text.contains("@")).isPresent()
                ? Optional.empty()
                : Optional.of(
                        "cairn.mail.from is missing or has no address; set it to the sender of"
                                + " mails, such as Cairn <loyalty@shop.example>");
    }

    private static Optional<String> key(String setting, Optional<String> value) {
        if (value.isEmpty()) {
            return Optional.of(setting + " is missing" + MAKE_A_KEY);
        }
        return value.flatMap(SecretKeys::decode).isPresent()
                ? Optional.empty()
                : Optional.of(setting + " must be 32 random bytes in Base64" + MAKE_A_KEY);
    }
}
