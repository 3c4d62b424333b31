package dev.cairn.ledger.quote;

import dev.cairn.kit.db.Database;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.idempotency.Answer;
import dev.cairn.kit.idempotency.Idempotency;
import dev.cairn.kit.idempotency.IdempotencyKey;
import dev.cairn.ledger.account.BusinessKey;
import jakarta.enterprise.context.ApplicationScoped;

/** Answers each request for a price once and for all. */
@ApplicationScoped
class QuoteDesk {
    private final Database database;
    private final Idempotency idempotency;
    private final MakeQuote makeQuote;

    QuoteDesk(Database database, Idempotency idempotency, MakeQuote makeQuote) {
        this.database = database;
        this.idempotency = idempotency;
        this.makeQuote = makeQuote;
    }

    private record Wish(String what, String member, QuoteRequest content) {}

    Answer answer(String callerId, String memberId, IdempotencyKey key, QuoteRequest request) {
        var wish = new Wish("quote", memberId, request);
        var name =
                new BusinessKey("quote:" + callerId.length() + ":" + callerId + ":" + key.value());
        return database.inTransaction(
                tx ->
                        idempotency.once(
                                tx,
                                callerId,
                                key,
                                wish,
                                () -> answer(tx, memberId, name, request)));
    }

    private Answer answer(Tx tx, String memberId, BusinessKey name, QuoteRequest request) {
        return switch (makeQuote.make(tx, memberId, name, request)) {
            case MakeQuote.Outcome.Promised(var quote) -> Answer.of(201, quote);
            case MakeQuote.Outcome.Refused(var problem) ->
                    Answer.of(problem.type().status(), problem.asBody());
        };
    }
}
