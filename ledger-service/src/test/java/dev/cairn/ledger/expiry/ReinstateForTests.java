package dev.cairn.ledger.expiry;

import dev.cairn.ledger.account.Account;
import dev.cairn.ledger.account.BusinessKey;
import dev.cairn.ledger.account.Lot;
import java.time.Instant;

/** Lets the books of other packages give expired points back. */
public final class ReinstateForTests {
    private ReinstateForTests() {}

    public static void reinstate(Account account, long points, Instant expiresAt, Instant now) {
        var lost = account.lots().stream().filter(lot -> lot.expired() > 0).toList();
        var back = Math.min(points, lost.stream().mapToLong(Lot::expired).sum());
        if (back > 0) {
            var id = new BusinessKey("deed:" + account.id() + account.balance().version()).id();
            ReinstatementAlgebra.reinstate(account, id, lost, back, expiresAt, "goodwill", now);
        }
    }
}
