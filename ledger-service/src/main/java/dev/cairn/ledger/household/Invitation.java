package dev.cairn.ledger.household;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;

/**
 * Lets one more member in, once.
 *
 * @param token 128 random bits; shown once and kept nowhere
 */
public record Invitation(String household, String token, Instant expiresAt) {
    private static final int BYTES = 16;

    static Invitation to(String household, SecureRandom random, Instant expiresAt) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return new Invitation(household, token, expiresAt);
    }

    /** What is kept of a token. */
    static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
