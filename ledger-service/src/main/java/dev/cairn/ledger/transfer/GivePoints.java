package dev.cairn.ledger.transfer;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.event.Cause;
import dev.cairn.kit.idempotency.Answer;
import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.Reply;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.account.Accounts;
import dev.cairn.ledger.account.Accounts.Needs;
import dev.cairn.ledger.account.BusinessKey;
import dev.cairn.ledger.currency.Currency;
import dev.cairn.ledger.transfer.TransferAlgebra.Way;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Gives points to another member. Both accounts are locked at once, in their order, so that two
 * members that give to each other wait and never block each other.
 */
@ApplicationScoped
public class GivePoints {
    private final Accounts accounts;
    private final TransferStore transfers;
    private final CairnClock clock;

    GivePoints(Accounts accounts, TransferStore transfers, CairnClock clock) {
        this.accounts = accounts;
        this.transfers = transfers;
        this.clock = clock;
    }

    /** What became of a wish. */
    public sealed interface Outcome {
        record Given(TransferReceipt receipt) implements Outcome {}

        record Refused(Problem why) implements Outcome {}

        /** What callers are told. */
        default Answer answer() {
            return switch (this) {
                case Given given -> Answer.of(201, given.receipt());
                case Refused refused -> Reply.refused(refused.why());
            };
        }
    }

    /**
     * Gives, if nothing speaks against it.
     *
     * @param key names the wish; its id is the gift's. The same wish never comes here twice
     */
    public Outcome give(Tx tx, Gift gift, BusinessKey key, Currency currency) {
        return give(tx, gift, key, currency, Optional::empty);
    }

    /**
     * As {@link #give(Tx, Gift, BusinessKey, Currency)}.
     *
     * @param objection asked once both accounts are locked
     */
    public Outcome give(
            Tx tx,
            Gift gift,
            BusinessKey key,
            Currency currency,
            Supplier<Optional<Problem>> objection) {
        var refusal = TransferChecks.refusal(gift, currency);
        if (refusal.isPresent()) {
            return new Outcome.Refused(refusal.get());
        }
        var now = clock.instant();
        var giver = new AccountId(gift.from(), gift.currency());
        var receiver = new AccountId(gift.to(), gift.currency());
        var ids = new TreeSet<>(List.of(giver, receiver));
        var opened = accounts.open(tx, ids, () -> Needs.everythingOf(giver), now);
        var from = opened.get(giver);
        var to = opened.get(receiver);
        refusal = objection.get().or(() -> TransferChecks.refusal(gift, from, to));
        if (refusal.isEmpty()) {
            TransferAlgebra.give(new Way(from, to, key, gift.kind(), now), gift.points());
            transfers.insert(tx, gift, now);
            Log.infof(
                    "transferred: kind=%s points=%d transfer=%s",
                    gift.kind(), gift.points(), gift.id());
        }
        accounts.save(tx, opened.values(), posting -> Cause.none(), now);
        return refusal.<Outcome>map(Outcome.Refused::new)
                .orElseGet(
                        () ->
                                new Outcome.Given(
                                        new TransferReceipt(
                                                gift.id(),
                                                gift.to(),
                                                gift.currency(),
                                                gift.points(),
                                                from.balance().visible(),
                                                now)));
    }
}
