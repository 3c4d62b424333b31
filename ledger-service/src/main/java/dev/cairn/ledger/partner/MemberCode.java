package dev.cairn.ledger.partner;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a member shows at a partner's till: it proves that the member is there, which an id never
 * does. Good once, for a short time; a new one ends the one before.
 *
 * @param code ten letters and digits without look-alikes, 49 bits
 */
public record MemberCode(String code, Instant expiresAt) {
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 10;

    static MemberCode drawn(SecureRandom chance, Instant expiresAt) {
        var code =
                chance.ints(LENGTH, 0, ALPHABET.length())
                        .mapToObj(i -> String.valueOf(ALPHABET.charAt(i)))
                        .collect(Collectors.joining());
        return new MemberCode(code, expiresAt);
    }

    /** What is kept of a code; small letters are as good as capitals. */
    static byte[] hash(String code) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(code.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
