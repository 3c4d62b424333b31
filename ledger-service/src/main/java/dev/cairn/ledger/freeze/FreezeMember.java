package dev.cairn.ledger.freeze;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.event.Cause;
import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.LedgerProblem;
import dev.cairn.ledger.account.Accounts;
import dev.cairn.ledger.account.Accounts.Needs;
import dev.cairn.ledger.account.MemberAccountStore;
import dev.cairn.ledger.account.Withdrawal;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Consumer;

/**
 * Freezes a member and lifts it. All the member's accounts are locked first: what takes points out
 * at this moment ends before, and what comes later is refused.
 */
@ApplicationScoped
class FreezeMember {
    private final Database database;
    private final Accounts accounts;
    private final MemberAccountStore memberAccounts;
    private final FreezeStore store;
    private final FreezeConfig config;
    private final CairnClock clock;

    FreezeMember(
            Database database,
            Accounts accounts,
            MemberAccountStore memberAccounts,
            FreezeStore store,
            FreezeConfig config,
            CairnClock clock) {
        this.database = database;
        this.accounts = accounts;
        this.memberAccounts = memberAccounts;
        this.store = store;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Freezes; a frozen member stays frozen since when it was, for the reason given last.
     *
     * @throws Problem if the reason is not known or the account is closed
     */
    FreezeView freeze(String memberId, String reason) {
        if (!config.reasons().contains(reason)) {
            throw Problem.of(LedgerProblem.REASON_UNKNOWN, "There is no such reason to freeze.")
                    .with("known", config.reasons());
        }
        return change(memberId, tx -> store.freeze(tx, memberId, reason, clock.instant()));
    }

    /** Lifts a freeze; nothing changes if there is none. */
    FreezeView lift(String memberId) {
        return change(memberId, tx -> store.lift(tx, memberId));
    }

    private FreezeView change(String memberId, Consumer<Tx> change) {
        return database.inTransaction(
                tx -> {
                    var now = clock.instant();
                    var ids = memberAccounts.of(tx, List.of(memberId));
                    var opened = accounts.open(tx, ids, () -> Needs.NOTHING, now).values();
                    if (opened.stream().anyMatch(account -> account.standing().closed())) {
                        throw Withdrawal.closed();
                    }
                    accounts.save(tx, opened, posting -> Cause.none(), now);
                    change.accept(tx);
                    var view =
                            store.find(tx, memberId)
                                    .orElse(new FreezeView(memberId, false, null, null));
                    Log.infof(
                            "standing changed: frozen=%s reason=%s", view.frozen(), view.reason());
                    return view;
                });
    }
}
