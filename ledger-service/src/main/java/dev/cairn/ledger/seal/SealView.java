package dev.cairn.ledger.seal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A seal as auditors see it.
 *
 * @param number counts the seals from 1 without gaps
 * @param day in the programme's zone
 * @param postings how many are under it, late ones of earlier days included
 * @param previous hash of the seal before, as hexadecimal digits; zeros for the first
 * @param hash SHA-256 of what is under it and of {@code previous}
 */
@Schema(name = "Seal")
public record SealView(
        long number, LocalDate day, long postings, String previous, String hash, Instant sealedAt) {
    static SealView of(Seal seal) {
        return new SealView(
                seal.number(),
                seal.day(),
                seal.postings(),
                HexFormat.of().formatHex(seal.previous()),
                HexFormat.of().formatHex(seal.hash()),
                seal.sealedAt());
    }
}
