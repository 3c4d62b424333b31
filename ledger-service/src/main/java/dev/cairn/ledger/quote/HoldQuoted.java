package dev.cairn.ledger.quote;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.idempotency.Answer;
import dev.cairn.kit.idempotency.IdempotencyKey;
import dev.cairn.kit.problem.KitProblem;
import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.AnswerOnce;
import dev.cairn.ledger.Reply;
import dev.cairn.ledger.account.BusinessKey;
import dev.cairn.ledger.catalogue.FindOffer;
import dev.cairn.ledger.catalogue.Reward;
import dev.cairn.ledger.catalogue.RewardStore;
import dev.cairn.ledger.hold.HoldOutcome;
import dev.cairn.ledger.hold.HoldOwner;
import dev.cairn.ledger.hold.HoldProblems;
import dev.cairn.ledger.hold.HoldView;
import dev.cairn.ledger.hold.PlaceHold;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/**
 * Lets a shop reserve what a member's quote promised. The quote is the member's consent: it names
 * the points, is good for a short while and leads to one hold or one redemption. If it is the quote
 * of a reward, that is reserved as well.
 */
@ApplicationScoped
class HoldQuoted {
    private final AnswerOnce once;
    private final QuoteStore quotes;
    private final RewardStore rewards;
    private final PlaceHold placeHold;
    private final CairnClock clock;

    HoldQuoted(
            AnswerOnce once,
            QuoteStore quotes,
            RewardStore rewards,
            PlaceHold placeHold,
            CairnClock clock) {
        this.once = once;
        this.quotes = quotes;
        this.rewards = rewards;
        this.placeHold = placeHold;
        this.clock = clock;
    }

    /** The shop that asks, under which key. */
    record Shop(String callerId, String clientId, IdempotencyKey key) {}

    private record Wish(String what, UUID quote, String reference) {}

    Answer answer(Shop shop, UUID id, String reference) {
        var wish = new Wish("quote-hold", id, reference);
        return once.answer(
                shop.callerId(), shop.key(), wish, tx -> answer(tx, shop, id, reference));
    }

    private Answer answer(Tx tx, Shop shop, UUID id, String reference) {
        var found = quotes.find(tx, id);
        if (found.isEmpty()) {
            return Reply.refused(notFound());
        }
        var quote = found.get();
        if (quote.money() != null) {
            return hold(tx, order(shop, quote, reference, null), id);
        }
        return rewards.offered(tx, quote.reward())
                .map(reward -> hold(tx, order(shop, quote, reference, reward), id))
                .orElseGet(() -> Reply.refused(FindOffer.unknown()));
    }

    private Answer hold(Tx tx, PlaceHold.Order order, UUID id) {
        return switch (placeHold.place(tx, order, () -> worn(tx, id))) {
            case HoldOutcome.Done(var hold, var points) -> {
                quotes.hold(tx, id, hold.id());
                yield Answer.of(201, HoldView.of(hold));
            }
            case HoldOutcome.Refused refused -> Reply.refused(HoldProblems.of(refused));
        };
    }

    /** For a reward, or for a bill if there is none. */
    private static PlaceHold.Order order(Shop shop, Quote quote, String reference, Reward reward) {
        return new PlaceHold.Order(
                new BusinessKey("quote-hold:" + quote.id()),
                quote.account(),
                quote.points(),
                null,
                HoldOwner.shop(shop.clientId()),
                reference,
                reward == null ? null : reward.titleInEnglish(),
                reward == null ? null : reward.id());
    }

    private Optional<HoldOutcome.Refused> worn(Tx tx, UUID id) {
        return quotes.find(tx, id)
                .flatMap(quote -> quote.worn(clock.instant()))
                .<HoldOutcome.Refused>map(HoldOutcome.Denied::new);
    }

    static Problem notFound() {
        return Problem.of(KitProblem.NOT_FOUND, "There is no such quote.");
    }
}
