package dev.cairn.notify.push;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** The push provider; the interface is Firebase Cloud Messaging v1. */
@ConfigMapping(prefix = "cairn.push")
public interface PushConfig {
    /**
     * Address to post messages to, ending in {@code messages:send}. Without it there is no push.
     */
    Optional<URI> url();

    /** Access token. */
    Optional<String> token();
}
