package dev.cairn.ledger.seal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The form in which lines of the journal are hashed, with SHA-256 (FIPS 180-4). A seal hashes
 * {@code cairn-seal-1}, its number, its day and the hash before it, then for each posting, by
 * ascending id, the posting, its entries by pot and its lot uses by lot and kind. Each field is
 * written as a netstring, {@code length:text,} with the length in UTF-8 bytes, and an absent one as
 * {@code -}, so that no two journals have one form. Instants are microseconds since 1970, UTC.
 */
final class SealedLines {
    private final MessageDigest digest = sha256();

    SealedLines(long number, LocalDate day, byte[] previous) {
        add("cairn-seal-1", number, day);
        digest.update(previous);
    }

    /** Adds a line. */
    void add(Object... fields) {
        for (var field : fields) {
            digest.update(form(field).getBytes(StandardCharsets.UTF_8));
        }
        digest.update((byte) '\n');
    }

    /** The hash of all lines; ends this object's use. */
    byte[] hash() {
        return digest.digest();
    }

    private static String form(Object field) {
        return switch (field) {
            case null -> "-";
            case Instant instant -> netstring(Long.toString(micros(instant)));
            default -> netstring(field.toString());
        };
    }

    private static String netstring(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length + ":" + text + ",";
    }

    private static long micros(Instant instant) {
        return Math.addExact(
                Math.multiplyExact(instant.getEpochSecond(), 1_000_000L),
                instant.getNano() / 1_000);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
