package dev.cairn.ledger.household;

import dev.cairn.kit.db.Tx;
import dev.cairn.kit.idempotency.Answer;
import dev.cairn.kit.idempotency.IdempotencyKey;
import dev.cairn.ledger.AnswerOnce;
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
    private final AnswerOnce once;
    private final PoolPoints pool;
    private final Currencies currencies;

    PoolDesk(AnswerOnce once, PoolPoints pool, Currencies currencies) {
        this.once = once;
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
        var name = BusinessKey.wish(wish.what(), callerId, key.value());
        return once.answer(callerId, key, wish, tx -> answer(tx, name, wish, work));
    }

    private Answer answer(Tx tx, BusinessKey name, Wish wish, Work work) {
        var request = wish.request();
        var currency =
                currencies.require(
                        Objects.requireNonNullElse(request.currency(), AccountId.POINTS));
        return work.run(tx, wish.member(), request.points(), currency, name).answer();
    }
}
