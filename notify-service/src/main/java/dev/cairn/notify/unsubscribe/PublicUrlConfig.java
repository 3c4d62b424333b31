package dev.cairn.notify.unsubscribe;

import io.smallrye.config.ConfigMapping;
import java.net.URI;

/** Where members reach this service from outside. */
@ConfigMapping(prefix = "cairn")
public interface PublicUrlConfig {
    /** Start of the links in messages, such as {@code https://loyalty.example}; without a path. */
    URI publicUrl();
}
