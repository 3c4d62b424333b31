package dev.cairn.ledger.quote;

import dev.cairn.kit.db.Tx;
import dev.cairn.kit.idempotency.Answer;
import dev.cairn.kit.idempotency.IdempotencyKey;
import dev.cairn.ledger.AnswerOnce;
import dev.cairn.ledger.Reply;
import dev.cairn.ledger.account.BusinessKey;
import jakarta.enterprise.context.ApplicationScoped;

/** Answers each request for a price once and for all. */
@ApplicationScoped
class QuoteDesk {
    private final AnswerOnce once;
    private final MakeQuote makeQuote;

    QuoteDesk(AnswerOnce once, MakeQuote makeQuote) {
        this.once = once;
        this.makeQuote = makeQuote;
    }

    private record Wish(String what, String member, QuoteRequest content) {}

    Answer answer(String callerId, String memberId, IdempotencyKey key, QuoteRequest request) {
        var wish = new Wish("quote", memberId, request);
        var name =
                new BusinessKey("quote:" + callerId.length() + ":" + callerId + ":" + key.value());
        return once.answer(callerId, key, wish, tx -> answer(tx, memberId, name, request));
    }

    private Answer answer(Tx tx, String memberId, BusinessKey name, QuoteRequest request) {
        return switch (makeQuote.make(tx, memberId, name, request)) {
            case MakeQuote.Outcome.Promised(var quote) -> Answer.of(201, quote);
            case MakeQuote.Outcome.Refused(var problem) -> Reply.refused(problem);
        };
    }
}
