package dev.cairn.notify.candidate;

import dev.cairn.notify.template.Template;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * The id of a message follows from what it is about (UUID version 5), so an occasion that is told
 * twice makes one message.
 */
public final class MessageId {
    /** Namespace of all Cairn messages; drawn once, never changed. */
    private static final UUID NAMESPACE = UUID.fromString("8d3cc0f5-6b0f-4f0c-9a3e-5f4f0f6f7d21");

    private MessageId() {}

    /** The id of the message about this occasion. */
    public static UUID of(Template template, String memberId, String occasion) {
        return version5(String.join("\n", template.id(), memberId, occasion));
    }

    private static UUID version5(String name) {
        var hash =
                sha1().digest(
                                ByteBuffer.allocate(16 + utf8(name).length)
                                        .putLong(NAMESPACE.getMostSignificantBits())
                                        .putLong(NAMESPACE.getLeastSignificantBits())
                                        .put(utf8(name))
                                        .array());
        hash[6] = (byte) (hash[6] & 0x0f | 0x50);
        hash[8] = (byte) (hash[8] & 0x3f | 0x80);
        var bytes = ByteBuffer.wrap(hash);
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
