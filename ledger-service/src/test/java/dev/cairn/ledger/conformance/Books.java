package dev.cairn.ledger.conformance;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * All that can be seen of a ledger, in the words of the cases.
 *
 * @param journal all postings since the beginning, in the order of each account
 * @param balances states by account
 * @param lots by name
 */
record Books(
        List<Case.Posting> journal,
        Map<String, Map<String, Long>> balances,
        Map<String, LotSeen> lots) {

    /** A lot, whatever is in it. */
    record LotSeen(
            String account,
            long earned,
            long remaining,
            long held,
            long expired,
            boolean pending,
            Instant earnedAt,
            Instant activeFrom,
            Instant expiresAt,
            int priority) {}

    List<Case.Posting> journalOf(String account) {
        return journal.stream().filter(posting -> posting.account().equals(account)).toList();
    }
}
