package dev.cairn.ledger.household;

import dev.cairn.kit.db.Database;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.idempotency.Answer;
import dev.cairn.kit.idempotency.Idempotency;
import dev.cairn.kit.idempotency.IdempotencyKey;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.account.BusinessKey;
import dev.cairn.ledger.currency.Currencies;
import dev.cairn.ledger.currency.Currency;
import dev.cairn.ledger.transfer.GivePoints.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;

/** Answers each wish to give to the household, or to take out of it, once and for all. */
@ApplicationScoped
class PoolDesk {
    private final Database database;
    private final Idempotency idempotency;
    private final PoolPoints pool;
    private final Currencies currencies;

    PoolDesk(Database database, Idempotency idempotency, PoolPoints pool, Currencies currencies) {
        this.database = database;
        this.idempotency = idempotency;
        this.pool = pool;
        this.currencies = currencies;
    }

    /** All that makes two wishes the same. */
    private record Wish(String what, String member, PoolRequest request) {}

    @FunctionalInterface
    private interface Work {
        Outcome run(Tx tx, String memberId, long points, Currency currency, BusinessKey key);
    }

    Answer donate(String callerId, String memberId, IdempotencyKey key, PoolRequest request) {
        return answer(callerId, key, new Wish("donation", memberId, request), pool::donate);
    }

    Answer withdraw(String callerId, String memberId, IdempotencyKey key, PoolRequest request) {
        return answer(callerId, key, new Wish("withdrawal", memberId, request), pool::withdraw);
    }

    private Answer answer(String callerId, IdempotencyKey key, Wish wish, Work work) {
        var request = wish.request();
        var currency =
                currencies.require(
                        Objects.requireNonNullElse(request.currency(), AccountId.POINTS));
        var name = BusinessKey.wish(wish.what(), callerId, key.value());
        return database.inTransaction(
                tx ->
                        idempotency.once(
                                tx,
                                callerId,
                                key,
                                wish,
                                () ->
                                        work.run(
                                                        tx,
                                                        wish.member(),
                                                        request.points(),
                                                        currency,
                                                        name)
                                                .answer()));
    }
}
