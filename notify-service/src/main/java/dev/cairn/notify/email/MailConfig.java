package dev.cairn.notify.email;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How mails present themselves. The mail server is set under {@code quarkus.mailer}. */
@ConfigMapping(prefix = "cairn.mail")
public interface MailConfig {
    /** The sender, such as {@code Cairn <loyalty@shop.example>}. Required. */
    Optional<String> from();

    /** After this long without an answer from the mail server the outcome counts as unknown. */
    @WithDefault("PT25S")
    Duration patience();
}
