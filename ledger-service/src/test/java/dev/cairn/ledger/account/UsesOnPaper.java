package dev.cairn.ledger.account;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/** Reads from a journal in memory when an account was used. */
public final class UsesOnPaper {
    private UsesOnPaper() {}

    /** What lots gave, and the uses of their account from the first of these postings on. */
    public static Taken taken(
            Account account,
            Collection<Posting> journal,
            List<LotUse> uses,
            Predicate<Posting> these) {
        return new Taken(uses, usedSince(account, journal, these));
    }

    private static List<Instant> usedSince(
            Account account, Collection<Posting> journal, Predicate<Posting> these) {
        var kinds = account.slide().map(Slide::kinds).orElse(java.util.Set.of());
        return journal.stream()
                .filter(posting -> posting.account().equals(account.id()))
                .dropWhile(these.negate())
                .filter(posting -> kinds.contains(posting.kind()))
                .map(Posting::occurredAt)
                .toList();
    }
}
