package dev.cairn.notify.contact;

import dev.cairn.notify.channel.Channel;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals addresses with AES-256-GCM. A sealed address is bound to its member and channel: moved to
 * another row it no longer opens.
 */
@ApplicationScoped
public class AddressVault {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, byte[]> keys = new HashMap<>();
    private final String currentKey;
    private final byte[] hashKey;

    /** An encrypted address and the id of the key that opens it. */
    public record Sealed(String keyId, byte[] bytes) {}

    public AddressVault(SecretsConfig config) {
        var current =
                SecretKeys.read("cairn.secrets.contact-key", config.contactKey().orElseThrow());
        currentKey = SecretKeys.id(current);
        keys.put(currentKey, SecretKeys.derive(current, "address encryption"));
        for (var text : config.contactKeysOld().orElse(List.of())) {
            var old = SecretKeys.read("cairn.secrets.contact-keys-old", text);
            keys.put(SecretKeys.id(old), SecretKeys.derive(old, "address encryption"));
        }
        var hashing =
                config.suppressionKey()
                        .map(text -> SecretKeys.read("cairn.secrets.suppression-key", text))
                        .orElse(current);
        hashKey = SecretKeys.derive(hashing, "address hash");
    }

    /** Recognises the address later. */
    public AddressHash hash(Address address) {
        var text = address.comparable().getBytes(StandardCharsets.UTF_8);
        return AddressHash.of(SecretKeys.hmac(hashKey, text));
    }

    Sealed seal(String memberId, Address address) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var cipher = cipher(Cipher.ENCRYPT_MODE, currentKey, nonce, memberId, address.channel());
        var text = finish(cipher, address.value().getBytes(StandardCharsets.UTF_8));
        var bytes = Arrays.copyOf(nonce, NONCE_BYTES + text.length);
        System.arraycopy(text, 0, bytes, NONCE_BYTES, text.length);
        return new Sealed(currentKey, bytes);
    }

    Address open(String memberId, Channel channel, Sealed sealed) {
        var nonce = Arrays.copyOf(sealed.bytes(), NONCE_BYTES);
        var cipher = cipher(Cipher.DECRYPT_MODE, sealed.keyId(), nonce, memberId, channel);
        var rest = Arrays.copyOfRange(sealed.bytes(), NONCE_BYTES, sealed.bytes().length);
        return new Address(channel, new String(finish(cipher, rest), StandardCharsets.UTF_8));
    }

    private Cipher cipher(int mode, String keyId, byte[] nonce, String memberId, Channel channel) {
        var key = keys.get(keyId);
        if (key == null) {
            throw new IllegalStateException(
                    "no key " + keyId + " in cairn.secrets.contact-key or contact-keys-old");
        }
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD((memberId + "\n" + channel.text()).getBytes(StandardCharsets.UTF_8));
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] finish(Cipher cipher, byte[] text) {
        try {
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an address does not open: wrong key or moved", e);
        }
    }
}
