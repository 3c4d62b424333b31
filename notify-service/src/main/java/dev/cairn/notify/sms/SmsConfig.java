package dev.cairn.notify.sms;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** The SMS provider; the interface is Twilio's, which others offer too. */
@ConfigMapping(prefix = "cairn.sms")
public interface SmsConfig {
    /** Address to post messages to. Without it there is no SMS. */
    Optional<URI> url();

    /** Account at the provider. */
    Optional<String> account();

    /** Secret of the account. */
    Optional<String> token();

    /** Sender: a number, or a name of up to eleven letters. */
    @WithDefault("Cairn")
    String from();
}
