package dev.cairn.ledger.redemption;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.event.Cause;
import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.account.Account;
import dev.cairn.ledger.account.Accounts;
import dev.cairn.ledger.account.Accounts.Needs;
import dev.cairn.ledger.account.BusinessKey;
import dev.cairn.ledger.account.Posting;
import dev.cairn.ledger.account.Subject;
import dev.cairn.ledger.catalogue.Obstacle;
import dev.cairn.ledger.catalogue.Shelf;
import dev.cairn.ledger.redemption.Purchases.Meaning;
import dev.cairn.ledger.redemption.Redemption.Status;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Spends a member's points on a reward. Locks the account first and the reward's stock last, so
 * that buyers of a scarce reward wait for each other as briefly as possible.
 */
@ApplicationScoped
class RedeemReward {
    private final Purchases purchases;
    private final Accounts accounts;
    private final Shelf shelf;
    private final RedemptionStore redemptions;
    private final CairnClock clock;

    RedeemReward(
            Purchases purchases,
            Accounts accounts,
            Shelf shelf,
            RedemptionStore redemptions,
            CairnClock clock) {
        this.purchases = purchases;
        this.accounts = accounts;
        this.shelf = shelf;
        this.redemptions = redemptions;
        this.clock = clock;
    }

    /** What became of a wish. */
    sealed interface Outcome {
        record Redeemed(Receipt receipt) implements Outcome {}

        record Refused(Problem problem) implements Outcome {}
    }

    /**
     * @param key names the wish; the same wish never comes here twice
     */
    Outcome redeem(Tx tx, String memberId, BusinessKey key, RedemptionRequest wish) {
        var now = clock.instant();
        return switch (purchases.of(tx, memberId, wish, now)) {
            case Meaning.Clear(var purchase) -> redeem(tx, key, purchase, now);
            case Meaning.Refused(var problem) -> new Outcome.Refused(problem);
        };
    }

    private Outcome redeem(Tx tx, BusinessKey key, Purchase purchase, Instant now) {
        var id = purchase.account();
        var account =
                accounts.open(tx, new TreeSet<>(List.of(id)), () -> Needs.everythingOf(id), now)
                        .get(id);
        var refusal =
                purchases
                        .worn(tx, purchase, now)
                        .or(() -> RedemptionAlgebra.refusal(account, purchase.points()))
                        .or(() -> taken(tx, key, purchase, now));
        var outcome =
                refusal.<Outcome>map(Outcome.Refused::new)
                        .orElseGet(() -> spend(tx, account, key, purchase, now));
        accounts.save(tx, List.of(account), posting -> Cause.none(), now);
        return outcome;
    }

    private Optional<Problem> taken(Tx tx, BusinessKey key, Purchase purchase, Instant now) {
        var memberId = purchase.account().memberId();
        return shelf.take(tx, purchase.reward(), memberId, key.id(), now).map(Obstacle::asProblem);
    }

    private Outcome spend(Tx tx, Account account, BusinessKey key, Purchase purchase, Instant now) {
        var reward = purchase.reward();
        var what = new Subject.Redemption(key.id(), reward.id(), reward.titleInEnglish());
        var posting = RedemptionAlgebra.spend(account, key, what, purchase.points(), now);
        var redemption = redemption(purchase, posting, now);
        redemptions.insert(tx, redemption);
        purchases.made(tx, purchase, redemption.id());
        Log.infof(
                "redeemed: reward=%s points=%d redemption=%s",
                reward.id(), purchase.points(), redemption.id());
        return new Outcome.Redeemed(Receipt.of(redemption, reward.type(), posting.balanceAfter()));
    }

    private static Redemption redemption(Purchase purchase, Posting posting, Instant now) {
        var reward = purchase.reward();
        return new Redemption(
                posting.id(),
                purchase.account(),
                reward.id(),
                purchase.points(),
                0,
                purchase.money(),
                posting.id(),
                reward.stock() != null,
                reward.type().shipped() ? Status.ORDERED : Status.FULFILLED,
                now,
                null);
    }
}
