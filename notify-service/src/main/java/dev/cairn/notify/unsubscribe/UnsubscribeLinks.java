package dev.cairn.notify.unsubscribe;

import dev.cairn.notify.channel.Channel;
import dev.cairn.notify.contact.AddressHash;
import dev.cairn.notify.contact.SecretKeys;
import dev.cairn.notify.contact.SecretsConfig;
import dev.cairn.notify.purpose.Purpose;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes and reads unsubscribe links. They are signed, valid for as long as their key is kept, and
 * never used up: a scanner that follows one must not break it for the human.
 */
@ApplicationScoped
public class UnsubscribeLinks {
    private static final String SEPARATOR = "\n";
    private static final int PARTS = 6;

    private final Map<String, byte[]> keys = new HashMap<>();
    private final String currentKey;
    private final String base;

    /**
     * Makes links that start with {@code cairn.public-url}, where members reach this service from
     * outside, such as {@code https://loyalty.example}.
     */
    public UnsubscribeLinks(
            SecretsConfig secrets, @ConfigProperty(name = "cairn.public-url") Optional<URI> site) {
        var current =
                SecretKeys.read(
                        "cairn.secrets.unsubscribe-key", secrets.unsubscribeKey().orElseThrow());
        currentKey = add(current);
        for (var old : secrets.unsubscribeKeysOld().orElse(List.of())) {
            add(SecretKeys.read("cairn.secrets.unsubscribe-keys-old", old));
        }
        base = site.orElseThrow().toString().replaceAll("/+$", "");
    }

    private String add(byte[] key) {
        var id = SecretKeys.id(key);
        keys.put(id, SecretKeys.derive(key, "unsubscribe link"));
        return id;
    }

    /** The address of the page, which is also where the one-click request goes. */
    public URI link(UnsubscribeToken token) {
        var payload =
                String.join(
                                SEPARATOR,
                                currentKey,
                                token.memberId(),
                                token.purpose().text(),
                                token.channel().text(),
                                token.messageId().toString(),
                                token.address().hex())
                        .getBytes(StandardCharsets.UTF_8);
        var signature = SecretKeys.hmac(keys.get(currentKey), payload);
        return URI.create(base + "/u/" + encode(payload) + "." + encode(signature));
    }

    /** What a link stands for; empty if we did not sign it. */
    public Optional<UnsubscribeToken> read(String text) {
        try {
            var dot = text.indexOf('.');
            var payload = Base64.getUrlDecoder().decode(text.substring(0, Math.max(dot, 0)));
            var signature = Base64.getUrlDecoder().decode(text.substring(dot + 1));
            var parts = List.of(new String(payload, StandardCharsets.UTF_8).split(SEPARATOR, -1));
            var key = keys.get(parts.getFirst());
            return key != null
                            && parts.size() == PARTS
                            && MessageDigest.isEqual(signature, SecretKeys.hmac(key, payload))
                    ? Optional.of(token(parts))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static UnsubscribeToken token(List<String> parts) {
        return new UnsubscribeToken(
                parts.get(1),
                Purpose.named(parts.get(2)).orElseThrow(IllegalArgumentException::new),
                Channel.named(parts.get(3)).orElseThrow(IllegalArgumentException::new),
                UUID.fromString(parts.get(4)),
                AddressHash.of(HexFormat.of().parseHex(parts.get(5))));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
