package dev.cairn.ledger.redemption;

import dev.cairn.kit.db.Tx;
import dev.cairn.kit.event.Cause;
import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.LedgerProblem;
import dev.cairn.ledger.account.Account;
import dev.cairn.ledger.account.Accounts;
import dev.cairn.ledger.account.Accounts.Needs;
import dev.cairn.ledger.account.BusinessKey;
import dev.cairn.ledger.account.LotUse;
import dev.cairn.ledger.account.Subject;
import dev.cairn.ledger.account.Taken;
import dev.cairn.ledger.catalogue.Shelf;
import dev.cairn.ledger.currency.Currencies;
import dev.cairn.ledger.redemption.HistoryStore.Step;
import dev.cairn.ledger.redemption.Redemption.Status;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Gives points of a redemption back, to the lots that paid. With the last of them the redemption is
 * cancelled: its code becomes void before the points are free, its piece of stock returns.
 */
@ApplicationScoped
class UndoRedemption {
    private final Accounts accounts;
    private final RedemptionStore redemptions;
    private final HistoryStore history;
    private final Shelf shelf;
    private final Currencies currencies;

    UndoRedemption(
            Accounts accounts,
            RedemptionStore redemptions,
            HistoryStore history,
            Shelf shelf,
            Currencies currencies) {
        this.accounts = accounts;
        this.redemptions = redemptions;
        this.history = history;
        this.shelf = shelf;
        this.currencies = currencies;
    }

    /** A redemption whose account is locked, and what lots still have to get back. */
    record Opened(Account account, Redemption redemption, Taken paid) {}

    /**
     * What to give back.
     *
     * @param key of the posting
     * @param reason what members read
     * @param by the client that asked for it
     */
    record Order(BusinessKey key, long points, String reason, String by) {}

    /** Locks the account. What it finds may differ from what was seen before. */
    Opened open(Tx tx, Redemption found, Instant now) {
        var id = found.account();
        var paid = new ArrayList<LotUse>();
        var account =
                accounts.open(tx, new TreeSet<>(List.of(id)), () -> payers(tx, found, paid), now)
                        .get(id);
        if (account.standing().erased()) {
            throw Problem.of(LedgerProblem.ACCOUNT_CLOSED, "Nothing comes back here any more.");
        }
        var used = accounts.usedSince(tx, account, found.postingId());
        return new Opened(
                account, redemptions.find(tx, found.id()).orElseThrow(), new Taken(paid, used));
    }

    /** Gives back what the order says; there must be as much. */
    Redemption giveBack(Tx tx, Opened opened, Order order, Instant now) {
        var before = opened.redemption();
        var after = before.afterRefund(order.points(), now);
        if (after.state() == Status.CANCELLED) {
            history.add(tx, new Step(after.id(), after.state(), now, order.by()));
        }
        RedemptionAlgebra.giveBack(
                opened.account(),
                currencies.rulesOf(after.currency()),
                order.key(),
                new Subject.Redemption(after.id(), after.reward(), null),
                opened.paid(),
                order.points(),
                order.reason(),
                now);
        redemptions.update(tx, after);
        if (after.state() == Status.CANCELLED) {
            shelf.putBack(tx, after.reward(), after.id(), after.fromStock(), now);
        }
        return after;
    }

    /** Writes what happened to the account, also when time alone passed. */
    void save(Tx tx, Opened opened, Instant now) {
        accounts.save(tx, List.of(opened.account()), posting -> Cause.none(), now);
    }

    private Needs payers(Tx tx, Redemption redemption, List<LotUse> paid) {
        var net = new HashMap<UUID, Long>();
        var postings = new ArrayList<>(history.refunds(tx, redemption.id()));
        if (redemption.postingId() != null) {
            postings.add(redemption.postingId());
        }
        for (var posting : postings) {
            for (var use : accounts.usesOf(tx, posting)) {
                if (use.kind() == LotUse.Kind.REDEEMED) {
                    net.merge(use.lotId(), use.amount(), Long::sum);
                }
            }
        }
        net.forEach((lot, n) -> paid.add(new LotUse(lot, LotUse.Kind.REDEEMED, n)));
        return Needs.lotsOf(redemption.account(), net.keySet());
    }
}
