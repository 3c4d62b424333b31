package dev.cairn.ledger.seal;

import dev.cairn.kit.db.Tx;
import dev.cairn.ledger.seal.SealedJournalStore.Lines;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;

/** Hashes what is under a seal, in pages, so that a day may be of any size. */
@ApplicationScoped
class HashJournal {
    /** Postings of one page: some megabytes of memory. */
    private static final int PAGE = 5_000;

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final SealedJournalStore journal;

    HashJournal(SealedJournalStore journal) {
        this.journal = journal;
    }

    /**
     * What was hashed.
     *
     * @param postings that are under the seal and in the journal
     */
    record Hashed(byte[] hash, long postings) {}

    Hashed under(Tx tx, long number, LocalDate day, byte[] previous) {
        var lines = new SealedLines(number, day, previous);
        var postings = 0L;
        var after = BEFORE_ALL;
        Lines page;
        do {
            page = journal.page(tx, number, after, PAGE);
            page.addTo(lines);
            postings += page.size();
            after = page.last().orElse(after);
        } while (page.size() == PAGE);
        return new Hashed(lines.hash(), postings);
    }
}
