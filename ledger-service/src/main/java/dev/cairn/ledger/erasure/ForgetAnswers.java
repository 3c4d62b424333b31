package dev.cairn.ledger.erasure;

import dev.cairn.kit.db.Tx;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Forgets what the member was answered, and shops and staff about the member. The keys stay used:
 * whoever sends one again is refused, because no content equals what is forgotten.
 */
@ApplicationScoped
class ForgetAnswers implements ForgetMember {
    private final ErasureStore store;

    ForgetAnswers(ErasureStore store) {
        this.store = store;
    }

    @Override
    public void forget(Tx tx, String memberId) {
        store.clearAnswers(tx, memberId);
    }
}
