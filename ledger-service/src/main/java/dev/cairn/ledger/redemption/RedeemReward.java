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
public class RedeemReward {
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
    public sealed interface Outcome {
        record Redeemed(Receipt receipt) implements Outcome {}

        record Refused(Problem problem) implements Outcome {}
    }

    /**
     * Who wishes, and on which terms.
     *
     * @param key names the wish; the same wish never comes here twice
     * @param automatic whether a standing order wishes in the member's place
     * @param reserve points that have to be left afterwards, from 0
     */
    public record Wisher(String memberId, BusinessKey key, boolean automatic, long reserve) {
        /** A member, who may spend everything. */
        static Wisher member(String memberId, BusinessKey key) {
            return new Wisher(memberId, key, false, 0);
        }

        private String reason(String title) {
            return automatic ? title + ": your standing order." : title;
        }
    }

    /** Redeems, within the caller's transaction; the account stays locked until that ends. */
    public Outcome redeem(Tx tx, Wisher who, RedemptionRequest wish) {
        var now = clock.instant();
        return switch (purchases.of(tx, who.memberId(), wish, now)) {
            case Meaning.Clear(var purchase) -> redeem(tx, who, purchase, now);
            case Meaning.Refused(var problem) -> new Outcome.Refused(problem);
        };
    }

    private Outcome redeem(Tx tx, Wisher who, Purchase purchase, Instant now) {
        var id = purchase.account();
        var account =
                accounts.open(tx, new TreeSet<>(List.of(id)), () -> Needs.everythingOf(id), now)
                        .get(id);
        var refusal =
                purchases
                        .worn(tx, purchase, now)
                        .or(
                                () ->
                                        RedemptionAlgebra.refusal(
                                                account, purchase.points(), who.reserve()))
                        .or(() -> taken(tx, who.key(), purchase, now));
        var outcome =
                refusal.<Outcome>map(Outcome.Refused::new)
                        .orElseGet(() -> spend(tx, account, who, purchase, now));
        accounts.save(tx, List.of(account), posting -> Cause.none(), now);
        return outcome;
    }

    private Optional<Problem> taken(Tx tx, BusinessKey key, Purchase purchase, Instant now) {
        var memberId = purchase.account().memberId();
        return shelf.take(tx, purchase.reward(), memberId, key.id(), now).map(Obstacle::asProblem);
    }

    private Outcome spend(Tx tx, Account account, Wisher who, Purchase purchase, Instant now) {
        var reward = purchase.reward();
        var key = who.key();
        var what = new Subject.Redemption(key.id(), reward.id(), reward.titleInEnglish());
        var reason = who.reason(what.title());
        var posting = RedemptionAlgebra.spend(account, key, what, purchase.points(), reason, now);
        var redemption = redemption(purchase, posting, who.automatic(), now);
        redemptions.insert(tx, redemption);
        purchases.made(tx, purchase, redemption.id());
        Log.infof(
                "redeemed: reward=%s points=%d redemption=%s automatic=%s",
                reward.id(), purchase.points(), redemption.id(), who.automatic());
        return new Outcome.Redeemed(Receipt.of(redemption, reward.type(), posting.balanceAfter()));
    }

    private static Redemption redemption(
            Purchase purchase, Posting posting, boolean automatic, Instant now) {
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
                automatic,
                reward.type().shipped() ? Status.ORDERED : Status.FULFILLED,
                now,
                null,
                null);
    }
}
