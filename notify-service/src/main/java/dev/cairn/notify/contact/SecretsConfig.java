package dev.cairn.notify.contact;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** Keys of this service. Each is 32 random bytes in Base64: {@code openssl rand -base64 32}. */
@ConfigMapping(prefix = "cairn.secrets")
public interface SecretsConfig {
    /** Encrypts addresses. Required. */
    Optional<String> contactKey();

    /** Earlier keys that still decrypt addresses. */
    Optional<List<String>> contactKeysOld();

    /**
     * Hashes addresses for suppressions; the contact key if absent. Before the contact key is first
     * changed, set this to the old one: suppressions have to outlive it.
     */
    Optional<String> suppressionKey();

    /** Signs unsubscribe links. Required. */
    Optional<String> unsubscribeKey();

    /** Earlier keys that still verify unsubscribe links. */
    Optional<List<String>> unsubscribeKeysOld();
}
