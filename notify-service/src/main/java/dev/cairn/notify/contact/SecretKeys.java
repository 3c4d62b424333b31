package dev.cairn.notify.contact;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes and uses keys. */
public final class SecretKeys {
    private static final int LENGTH = 32;
    private static final String HMAC = "HmacSHA256";

    private SecretKeys() {}

    /**
     * The key in a setting.
     *
     * @throws IllegalStateException if it is not 32 bytes in Base64; stops start-up
     */
    public static byte[] read(String setting, String value) {
        return decode(value)
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        setting
                                                + " must be 32 random bytes in Base64; make it with"
                                                + " openssl rand -base64 32"));
    }

    /** The key in a text; empty if it is not 32 bytes in Base64. */
    public static Optional<byte[]> decode(String value) {
        try {
            return Optional.of(Base64.getDecoder().decode(value.strip()))
                    .filter(key -> key.length == LENGTH);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A key for one use only, so that no key serves two. */
    public static byte[] derive(byte[] key, String use) {
        return hmac(key, ("cairn notify " + use).getBytes(StandardCharsets.UTF_8));
    }

    public static byte[] hmac(byte[] key, byte[] data) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A short name of a key that gives nothing of it away. */
    public static String id(byte[] key) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(key);
            return HexFormat.of().formatHex(hash, 0, 4);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
