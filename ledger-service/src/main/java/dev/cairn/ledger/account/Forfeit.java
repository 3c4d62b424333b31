package dev.cairn.ledger.account;

import java.time.Instant;

/**
 * Takes what an erased member has out of the books, now and whenever something comes in later. What
 * holds reserve stays until they are settled: it was promised to somebody. So does what is in lots
 * that were not loaded, until somebody opens the account with all of them: no other account has to
 * wait for that.
 */
final class Forfeit {
    private Forfeit() {}

    /** Leaves nothing to spend or to wait for in the lots of an erased member. */
    static void ofErased(Account account, Instant now) {
        if (!account.standing().erased()) {
            return;
        }
        var movement = new Movement();
        for (var lot : account.lots()) {
            movement.move(lot.free(), lot.pending() ? Pot.PENDING : Pot.ACTIVE, Pot.ADJUSTED);
            movement.use(lot, LotUse.Kind.ADJUSTED, lot.free());
        }
        var points = movement.net(Pot.ADJUSTED);
        if (points == 0) {
            return;
        }
        var key = BusinessKey.moment("forfeit", account.id(), account.balance().version() + 1);
        account.post(
                key,
                PostingKind.FORFEITED,
                points,
                new Subject.Deed(key.id()),
                "The member was erased.",
                now,
                movement);
    }
}
