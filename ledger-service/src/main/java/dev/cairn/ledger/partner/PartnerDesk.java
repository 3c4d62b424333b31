package dev.cairn.ledger.partner;

import dev.cairn.kit.db.Database;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.idempotency.Answer;
import dev.cairn.kit.idempotency.IdempotencyKey;
import dev.cairn.kit.problem.KitProblem;
import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.AnswerOnce;
import dev.cairn.ledger.LedgerProblem;
import dev.cairn.ledger.Reply;
import dev.cairn.ledger.account.BusinessKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Answers each of a partner's wishes once and for all: a refused wish stays refused. */
@ApplicationScoped
class PartnerDesk {
    private final Database database;
    private final AnswerOnce once;
    private final PartnerStore partners;
    private final QuotePoints quotePoints;
    private final PayWithPoints payWithPoints;

    PartnerDesk(
            Database database,
            AnswerOnce once,
            PartnerStore partners,
            QuotePoints quotePoints,
            PayWithPoints payWithPoints) {
        this.database = database;
        this.once = once;
        this.partners = partners;
        this.quotePoints = quotePoints;
        this.payWithPoints = payWithPoints;
    }

    /** Who asks, under which key. */
    record Asker(String callerId, String clientId, IdempotencyKey key) {}

    /** All that makes two wishes the same. */
    private record Wish(String what, UUID hold, Object details) {}

    /** What is to be done for a partner. */
    private interface Work {
        Answer apply(Tx tx, Partner partner);
    }

    Answer quote(Asker asker, PartnerWish.ForQuote wish) {
        require(
                (wish.points() == null) != (wish.amountMinor() == null),
                "points",
                "Send either points or amountMinor.");
        var caller = asker.callerId();
        var key = caller.length() + ":" + caller + ":" + asker.key().value();
        return once(
                asker,
                new Wish("partner-quote", null, wish),
                (tx, partner) -> {
                    var money = wish.moneyCurrency();
                    require(
                            money == null || money.equals(partner.moneyCurrency()),
                            "moneyCurrency",
                            "moneyCurrency is not the partner's, " + partner.moneyCurrency() + ".");
                    var name = new BusinessKey("partner-quote:" + key);
                    return switch (quotePoints.quote(tx, partner, name, wish)) {
                        case QuotePoints.Outcome.Quoted quoted ->
                                Answer.of(201, quoted.quote().view());
                        case QuotePoints.Outcome.Refused refused ->
                                Reply.refused(refused.problem());
                    };
                });
    }

    Answer reserve(Asker asker, PartnerWish.ForHold wish) {
        require(
                wish.lapseAfter() == null || wish.lapseAfter().isPositive(),
                "lapseAfter",
                "lapseAfter must be a positive duration.");
        return once(
                asker,
                new Wish("partner-hold", null, wish),
                (tx, partner) -> answer(payWithPoints.reserve(tx, partner, wish), 201));
    }

    Answer capture(Asker asker, UUID id, PartnerWish.ForCapture wish) {
        require(
                wish.points() == null || wish.amountMinor() == null,
                "points",
                "Send points or amountMinor, not both.");
        return once(
                asker,
                new Wish("partner-capture", id, wish),
                (tx, partner) -> answer(payWithPoints.capture(tx, partner, id, wish), 200));
    }

    Answer release(Asker asker, UUID id) {
        return once(
                asker,
                new Wish("partner-void", id, null),
                (tx, partner) -> answer(payWithPoints.release(tx, partner, id), 200));
    }

    Answer refund(Asker asker, UUID id, PartnerWish.ForRefund wish) {
        require(
                wish.points() == null || wish.amountMinor() == null,
                "points",
                "Send points or amountMinor, not both.");
        return once(
                asker,
                new Wish("partner-refund", id, wish),
                (tx, partner) -> answer(payWithPoints.refund(tx, partner, id, wish), 201));
    }

    PartnerHold show(String clientId, UUID id) {
        return database.read(
                tx ->
                        payWithPoints
                                .find(tx, partner(tx, clientId), id)
                                .orElseThrow(PartnerDesk::notFound));
    }

    private Answer once(Asker asker, Wish wish, Work work) {
        return once.answer(
                asker.callerId(),
                asker.key(),
                wish,
                tx -> work.apply(tx, partner(tx, asker.clientId())));
    }

    private Partner partner(Tx tx, String clientId) {
        return partners.ofClient(tx, clientId)
                .orElseThrow(
                        () ->
                                Problem.of(
                                        LedgerProblem.PARTNER_UNKNOWN,
                                        "The token's client acts for no partner."));
    }

    private static Answer answer(Optional<PayWithPoints.Outcome> outcome, int status) {
        return switch (outcome.orElseThrow(PartnerDesk::notFound)) {
            case PayWithPoints.Outcome.Done done -> Answer.of(status, done.hold());
            case PayWithPoints.Outcome.Refused refused -> Reply.refused(refused.problem());
        };
    }

    private static void require(boolean holds, String field, String complaint) {
        if (!holds) {
            throw Problem.of(KitProblem.INVALID_REQUEST, complaint).with("field", field);
        }
    }

    static Problem notFound() {
        return Problem.of(KitProblem.NOT_FOUND, "There is no such quote or hold.");
    }
}
