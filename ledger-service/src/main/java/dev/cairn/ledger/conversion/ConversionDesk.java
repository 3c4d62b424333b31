package dev.cairn.ledger.conversion;

import dev.cairn.kit.db.Tx;
import dev.cairn.kit.idempotency.Answer;
import dev.cairn.kit.idempotency.IdempotencyKey;
import dev.cairn.ledger.AnswerOnce;
import dev.cairn.ledger.Reply;
import dev.cairn.ledger.account.BusinessKey;
import dev.cairn.ledger.conversion.ConvertPoints.Outcome;
import dev.cairn.ledger.currency.Currencies;
import jakarta.enterprise.context.ApplicationScoped;

/** Answers each wish to convert once and for all. */
@ApplicationScoped
class ConversionDesk {
    private final AnswerOnce once;
    private final ConvertPoints convertPoints;
    private final Currencies currencies;

    ConversionDesk(AnswerOnce once, ConvertPoints convertPoints, Currencies currencies) {
        this.once = once;
        this.convertPoints = convertPoints;
        this.currencies = currencies;
    }

    /** All that makes two wishes the same. */
    private record Wish(String what, String member, ConversionRequest request) {}

    Answer answer(String callerId, String memberId, IdempotencyKey key, ConversionRequest wish) {
        return once.answer(
                callerId,
                key,
                new Wish("conversion", memberId, wish),
                tx -> answer(tx, callerId, memberId, key, wish));
    }

    private Answer answer(
            Tx tx, String callerId, String memberId, IdempotencyKey key, ConversionRequest wish) {
        var outcome =
                convertPoints.convert(
                        tx,
                        memberId,
                        currencies.require(wish.from()),
                        currencies.require(wish.to()),
                        wish.points(),
                        BusinessKey.wish("conversion", callerId, key.value()));
        return switch (outcome) {
            case Outcome.Converted converted -> Answer.of(201, converted.receipt());
            case Outcome.Refused refused -> Reply.refused(refused.why());
        };
    }
}
