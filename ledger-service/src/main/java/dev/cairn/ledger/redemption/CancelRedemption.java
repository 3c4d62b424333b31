package dev.cairn.ledger.redemption;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.event.Cause;
import dev.cairn.ledger.account.Accounts;
import dev.cairn.ledger.account.Accounts.Needs;
import dev.cairn.ledger.account.LotUse;
import dev.cairn.ledger.account.Subject;
import dev.cairn.ledger.catalogue.RewardStore;
import dev.cairn.ledger.currency.Currencies;
import dev.cairn.ledger.redemption.Redemption.Status;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/** Undoes a redemption: the same lots get their points back, at the age they have. */
@ApplicationScoped
class CancelRedemption {
    private final Database database;
    private final Accounts accounts;
    private final RewardStore rewards;
    private final RedemptionStore redemptions;
    private final Currencies currencies;
    private final CairnClock clock;

    CancelRedemption(
            Database database,
            Accounts accounts,
            RewardStore rewards,
            RedemptionStore redemptions,
            Currencies currencies,
            CairnClock clock) {
        this.database = database;
        this.accounts = accounts;
        this.rewards = rewards;
        this.redemptions = redemptions;
        this.currencies = currencies;
        this.clock = clock;
    }

    /** The cancelled redemption, also when it was cancelled before; empty if there is none. */
    Optional<Receipt> cancel(UUID id) {
        return database.inTransaction(
                tx -> redemptions.find(tx, id).map(redemption -> cancel(tx, redemption)));
    }

    private Receipt cancel(Tx tx, Redemption found) {
        var now = clock.instant();
        var id = found.account();
        var paid = new ArrayList<LotUse>();
        var account =
                accounts.open(tx, new TreeSet<>(List.of(id)), () -> payers(tx, found, paid), now)
                        .get(id);
        var redemption = redemptions.find(tx, found.id()).orElseThrow();
        if (redemption.state() == Status.FULFILLED) {
            redemption = redemption.cancelled(now);
            var what = new Subject.Redemption(redemption.id(), redemption.reward(), null);
            var currency = currencies.require(id.currency());
            RedemptionAlgebra.cancel(account, currency, what, paid, now);
            redemptions.cancel(tx, redemption);
            if (redemption.fromStock()) {
                rewards.putBackOne(tx, redemption.reward());
            }
        }
        accounts.save(tx, List.of(account), posting -> Cause.none(), now);
        return Receipt.of(redemption, account.balance().visible());
    }

    private Needs payers(Tx tx, Redemption redemption, List<LotUse> paid) {
        paid.addAll(accounts.usesOf(tx, redemption.postingId()));
        return new Needs(List.of(), paid.stream().map(LotUse::lotId).toList());
    }
}
