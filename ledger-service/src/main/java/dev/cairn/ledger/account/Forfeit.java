package dev.cairn.ledger.account;

import java.time.Instant;

/**
 * Takes what an erased member has out of the books, now and whenever something comes in later. What
 * holds reserve stays until they are settled: it was promised to somebody.
 */
final class Forfeit {
    private Forfeit() {}

    /** Leaves nothing to spend or to wait for on the account of an erased member. */
    static void ofErased(Account account, Instant now) {
        var has = account.balance().active() + account.balance().pending();
        if (!account.standing().erased() || has == 0) {
            return;
        }
        var movement = new Movement();
        for (var lot : account.lots()) {
            movement.move(lot.free(), lot.pending() ? Pot.PENDING : Pot.ACTIVE, Pot.ADJUSTED);
            movement.use(lot, LotUse.Kind.ADJUSTED, lot.free());
        }
        if (movement.net(Pot.ADJUSTED) != has) {
            throw new IllegalStateException(
                    "%s has %d points, but lots with %d were loaded"
                            .formatted(account.id(), has, movement.net(Pot.ADJUSTED)));
        }
        var key = BusinessKey.moment("forfeit", account.id(), account.balance().version() + 1);
        account.post(
                key,
                PostingKind.FORFEITED,
                has,
                new Subject.Deed(key.id()),
                "The member was erased.",
                now,
                movement);
    }
}
