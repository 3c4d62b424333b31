package dev.cairn.ledger.seal;

import java.time.LocalDate;
import java.util.HexFormat;

/**
 * Whether the journal is as it was when it was sealed.
 *
 * @param seals how many hold, from the first on
 * @param postings how many are under those
 * @param head hash of the newest seal, to compare with one that was kept elsewhere; null when a
 *     seal does not hold, or when there is none
 * @param broken the first seal that does not hold; null when all do
 */
public record SealVerdict(boolean holds, long seals, long postings, String head, Fault broken) {

    /**
     * A seal that does not hold.
     *
     * @param what in words
     */
    public record Fault(long number, LocalDate day, String what) {
        static Fault of(Seal seal, String what) {
            return new Fault(seal.number(), seal.day(), what);
        }
    }

    static SealVerdict intact(long seals, long postings, byte[] head) {
        var digits = seals == 0 ? null : HexFormat.of().formatHex(head);
        return new SealVerdict(true, seals, postings, digits, null);
    }

    static SealVerdict broken(long sealsBefore, long postings, Fault fault) {
        return new SealVerdict(false, sealsBefore, postings, null, fault);
    }
}
