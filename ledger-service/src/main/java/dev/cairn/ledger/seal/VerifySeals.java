package dev.cairn.ledger.seal;

import dev.cairn.kit.db.Database;
import dev.cairn.kit.db.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Optional;

/** Calculates all seals again from the journal as it is now. */
@ApplicationScoped
class VerifySeals {
    private static final int PAGE = 500;

    private final Database database;
    private final SealStore store;
    private final HashJournal hashJournal;

    VerifySeals(Database database, SealStore store, HashJournal hashJournal) {
        this.database = database;
        this.store = store;
        this.hashJournal = hashJournal;
    }

    SealVerdict verify() {
        return database.read(this::verify);
    }

    private SealVerdict verify(Tx tx) {
        var hash = Seal.NOTHING;
        var number = 0L;
        var postings = 0L;
        var page = store.following(tx, number, PAGE);
        while (!page.isEmpty()) {
            for (var seal : page) {
                var fault = fault(tx, seal, number + 1, hash);
                if (fault.isPresent()) {
                    return SealVerdict.broken(number, postings, fault.get());
                }
                number = seal.number();
                hash = seal.hash();
                postings += seal.postings();
            }
            page = store.following(tx, number, PAGE);
        }
        return SealVerdict.intact(number, postings, hash);
    }

    private Optional<SealVerdict.Fault> fault(
            Tx tx, Seal seal, long expectedNumber, byte[] previous) {
        if (seal.number() != expectedNumber || !seal.follows(previous)) {
            return Optional.of(SealVerdict.Fault.of(seal, "does not follow the seal before it"));
        }
        var hashed = hashJournal.under(tx, seal.number(), seal.day(), previous);
        if (hashed.postings() != seal.postings()) {
            return Optional.of(
                    SealVerdict.Fault.of(
                            seal,
                            "was made over %d postings, there are %d"
                                    .formatted(seal.postings(), hashed.postings())));
        }
        return Arrays.equals(hashed.hash(), seal.hash())
                ? Optional.empty()
                : Optional.of(SealVerdict.Fault.of(seal, "does not fit its lines"));
    }
}
