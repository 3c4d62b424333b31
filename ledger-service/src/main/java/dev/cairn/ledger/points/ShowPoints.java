package dev.cairn.ledger.points;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.page.Cursor;
import dev.cairn.kit.page.Limit;
import dev.cairn.kit.page.Page;
import dev.cairn.kit.problem.KitProblem;
import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.account.Account;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.account.Accounts;
import dev.cairn.ledger.account.Lot;
import dev.cairn.ledger.account.PostingKind;
import dev.cairn.ledger.currency.Currencies;
import dev.cairn.ledger.report.AskedTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Shows points as they are now, also when the sweep has not come by yet. */
@ApplicationScoped
class ShowPoints {
    private final Database database;
    private final Accounts accounts;
    private final PointsStore store;
    private final FoldStore folds;
    private final Currencies currencies;
    private final CairnClock clock;

    ShowPoints(
            Database database,
            Accounts accounts,
            PointsStore store,
            FoldStore folds,
            Currencies currencies,
            CairnClock clock) {
        this.database = database;
        this.accounts = accounts;
        this.store = store;
        this.folds = folds;
        this.currencies = currencies;
        this.clock = clock;
    }

    /** Whoever has no posting yet has no points; who the members are is not known here. */
    PointsView of(String memberId, String currency) {
        var id = new AccountId(memberId, currencies.require(currency).id());
        var now = clock.instant();
        return database.read(
                tx -> {
                    var account = accounts.peek(tx, id, now);
                    var seen = account.lots().stream().map(Lot::id).toList();
                    var others = store.expiries(tx, id, seen, now);
                    return PointsView.of(
                            account, Schedule.of(account, others), frozen(tx, account));
                });
    }

    /** An account that is not there yet does not know how its member stands. */
    private boolean frozen(Tx tx, Account account) {
        return account.standing().frozen()
                || account.balance().version() == 0 && store.frozen(tx, account.id().memberId());
    }

    /**
     * Points as of a time.
     *
     * @param at until when things happened; absent means now
     * @param known until when the ledger learnt of them; absent means now
     * @throws Problem if one of them is no time, or lies in the future
     */
    PointsAsOf asOf(String memberId, String currency, String at, String known) {
        var zone = currencies.require(currency).zone();
        var now = clock.instant();
        var id = new AccountId(memberId, currency);
        var happened = AskedTime.notAfter(now, zone, "at", at);
        var learnt = AskedTime.notAfter(now, zone, "known", known);
        return database.read(
                tx -> PointsAsOf.of(id, happened, learnt, folds.sums(tx, id, happened, learnt)));
    }

    /**
     * A piece of an account's history.
     *
     * @param kinds such as {@code redeemed}; none means all
     * @throws Problem if there is no such currency, kind or place in the list
     */
    Page<PointsEntry> entries(
            String memberId, String currency, List<String> kinds, String cursor, Limit limit) {
        var id = new AccountId(memberId, currencies.require(currency).id());
        var wanted = kinds.stream().map(ShowPoints::kind).collect(Collectors.toSet());
        var before =
                Cursor.decode(cursor, 1)
                        .map(parts -> Cursor.number(parts.getFirst()))
                        .orElse(Long.MAX_VALUE);
        var rows = database.read(tx -> store.entries(tx, id, wanted, before, limit.andOneMore()));
        return Page.of(rows, limit, entry -> Cursor.encode(Long.toString(entry.version())));
    }

    private static PostingKind kind(String label) {
        return Arrays.stream(PostingKind.values())
                .filter(kind -> kind.label().equals(label))
                .findFirst()
                .orElseThrow(
                        () ->
                                Problem.of(KitProblem.INVALID_REQUEST, "There is no such kind.")
                                        .with("field", "kind")
                                        .with(
                                                "known",
                                                Arrays.stream(PostingKind.values())
                                                        .map(PostingKind::label)
                                                        .toList()));
    }

    PointsTotals totals(String currency) {
        var id = currencies.require(currency).id();
        return database.read(tx -> store.totals(tx, id));
    }
}
