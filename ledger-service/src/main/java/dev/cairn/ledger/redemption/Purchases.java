package dev.cairn.ledger.redemption;

import dev.cairn.kit.db.Tx;
import dev.cairn.kit.problem.KitProblem;
import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.catalogue.FindOffer;
import dev.cairn.ledger.catalogue.FindOffer.Found;
import dev.cairn.ledger.catalogue.RewardStore;
import dev.cairn.ledger.quote.QuoteStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Finds out what a wish costs: what the catalogue says now, or what a quote promised. */
@ApplicationScoped
class Purchases {
    private final FindOffer findOffer;
    private final RewardStore rewards;
    private final QuoteStore quotes;

    Purchases(FindOffer findOffer, RewardStore rewards, QuoteStore quotes) {
        this.findOffer = findOffer;
        this.rewards = rewards;
        this.quotes = quotes;
    }

    /** What a wish is. */
    sealed interface Meaning {
        record Clear(Purchase purchase) implements Meaning {}

        record Refused(Problem problem) implements Meaning {}
    }

    Meaning of(Tx tx, String memberId, RedemptionRequest wish, Instant now) {
        if (wish.quote() != null) {
            return quoted(tx, memberId, wish.quote());
        }
        return switch (findOffer.find(tx, memberId, wish.reward(), wish.currency(), now)) {
            case Found.Priced(var reward, var price) -> {
                var id = new AccountId(memberId, price.currency());
                yield new Meaning.Clear(new Purchase(reward, id, price.points(), null, null));
            }
            case Found.Rated rated -> new Meaning.Refused(quoteNeeded());
            case Found.Refused(var problem) -> new Meaning.Refused(problem);
        };
    }

    private Meaning quoted(Tx tx, String memberId, UUID id) {
        var found = quotes.find(tx, memberId, id);
        if (found.isEmpty()) {
            return new Meaning.Refused(Problem.of(KitProblem.NOT_FOUND, "There is no such quote."));
        }
        var quote = found.get();
        return rewards.offered(tx, quote.reward())
                .<Meaning>map(
                        reward ->
                                new Meaning.Clear(
                                        new Purchase(
                                                reward,
                                                quote.account(),
                                                quote.points(),
                                                quote.money(),
                                                quote.id())))
                .orElseGet(() -> new Meaning.Refused(FindOffer.unknown()));
    }

    /** Why the quote behind a purchase is no good any more. Asked with the account locked. */
    Optional<Problem> worn(Tx tx, Purchase purchase, Instant now) {
        return Optional.ofNullable(purchase.quote())
                .flatMap(id -> quotes.find(tx, purchase.account().memberId(), id))
                .flatMap(quote -> quote.worn(now));
    }

    /** Notes that a purchase was made. */
    void made(Tx tx, Purchase purchase, UUID redemptionId) {
        if (purchase.quote() != null) {
            quotes.use(tx, purchase.quote(), redemptionId);
        }
    }

    private static Problem quoteNeeded() {
        return Problem.of(KitProblem.INVALID_REQUEST, "Ask for a quote of the bill first.")
                .with("field", "quote");
    }
}
