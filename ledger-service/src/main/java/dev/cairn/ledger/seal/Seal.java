package dev.cairn.ledger.seal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What closes a day.
 *
 * @param number counts the seals from 1 without gaps
 * @param day in the programme's zone
 * @param postings how many are under it, late ones of earlier days included
 * @param previous hash of the seal before; {@link #NOTHING} for the first
 */
record Seal(
        long number, LocalDate day, long postings, byte[] previous, byte[] hash, Instant sealedAt) {

    /** What stands in the place of a hash before the first seal. */
    static final byte[] NOTHING = new byte[32];

    /** Whether this seal continues the one with that hash. */
    boolean follows(byte[] hashBefore) {
        return Arrays.equals(previous, hashBefore);
    }

    /** The hash as hexadecimal digits. */
    String digits() {
        return HexFormat.of().formatHex(hash);
    }
}
