package dev.cairn.ledger.account;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * The name of an effect that must happen once, for ever. Its id is computed from the name, so that
 * the primary key of what it names refuses a second one.
 */
public record BusinessKey(String text) {

    /** A revision of an award; the award id comes last because it may contain colons. */
    public static BusinessKey awardRevision(String memberId, String awardId, long revision) {
        return new BusinessKey("award:" + memberId + ":" + revision + ":" + awardId);
    }

    /** The end of an award by hand. */
    public static BusinessKey awardCancellation(String memberId, String awardId) {
        return new BusinessKey("award-cancelled:" + memberId + ":" + awardId);
    }

    /** The lot that holds what an award paid. */
    public static BusinessKey lot(String memberId, String awardId) {
        return new BusinessKey("lot:" + memberId + ":" + awardId);
    }

    /** What time did to an account, named by the place it takes in the account's history. */
    public static BusinessKey moment(String what, AccountId account, long version) {
        return new BusinessKey(
                what + ":" + account.memberId() + ":" + account.currency() + ":" + version);
    }

    /** A redemption, named by who asked for it and under which idempotency key. */
    public static BusinessKey redemption(String callerId, String idempotencyKey) {
        return new BusinessKey(
                "redemption:" + callerId.length() + ":" + callerId + ":" + idempotencyKey);
    }

    /** The end of a redemption. */
    public static BusinessKey cancellation(UUID redemptionId) {
        return new BusinessKey("cancellation:" + redemptionId);
    }

    /**
     * What somebody wished for under an idempotency key.
     *
     * @param what kind of wish, such as {@code transfer}
     */
    public static BusinessKey wish(String what, String callerId, String idempotencyKey) {
        return new BusinessKey(
                what + ":" + callerId.length() + ":" + callerId + ":" + idempotencyKey);
    }

    /**
     * A part of what this names. The part comes first: keys may end in what others chose freely,
     * and whatever they add must not name a part.
     *
     * @param name a word that no other key begins with, with an id where it needs one
     */
    public BusinessKey part(String name) {
        return new BusinessKey(name + "/" + text);
    }

    /** The first 122 bits of the name's SHA-256, as a UUID of version 8. */
    public UUID id() {
        var bytes = ByteBuffer.wrap(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
        var high = bytes.getLong() & 0xffffffffffff0fffL | 0x8000L;
        var low = bytes.getLong() & 0x3fffffffffffffffL | 0x8000000000000000L;
        return new UUID(high, low);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
