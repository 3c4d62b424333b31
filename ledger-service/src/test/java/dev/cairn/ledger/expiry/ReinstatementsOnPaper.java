package dev.cairn.ledger.expiry;

import dev.cairn.ledger.account.Account;
import dev.cairn.ledger.account.BusinessKey;
import dev.cairn.ledger.account.Lot;
import java.time.Instant;
import java.util.List;

/** Lets the conformance cases reinstate points without a database. */
public final class ReinstatementsOnPaper {
    private ReinstatementsOnPaper() {}

    /** What expired of an award. */
    public static long expired(Account account, String award) {
        return ReinstatementAlgebra.expired(lots(account, award));
    }

    public static void reinstate(
            Account account, String id, String award, long points, Instant expiresAt, Instant now) {
        ReinstatementAlgebra.reinstate(
                account,
                new BusinessKey("deed:" + id).id(),
                lots(account, award),
                points,
                expiresAt,
                "goodwill",
                now);
    }

    private static List<Lot> lots(Account account, String award) {
        return account.lots().stream().filter(lot -> award.equals(lot.awardId())).toList();
    }
}
