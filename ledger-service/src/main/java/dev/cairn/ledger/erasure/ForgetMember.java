package dev.cairn.ledger.erasure;

import dev.cairn.kit.db.Tx;

/**
 * Forgets what a feature keeps of a member besides the journal: texts that people wrote, codes,
 * links to other people. Every bean of this kind is asked when a member is erased, in one
 * transaction, with the member's accounts locked.
 */
public interface ForgetMember {
    /** Forgets the member; doing it twice changes nothing. The journal is left as it is. */
    void forget(Tx tx, String memberId);
}
