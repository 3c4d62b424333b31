package dev.cairn.ledger.points;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.page.Cursor;
import dev.cairn.kit.page.Limit;
import dev.cairn.kit.page.Page;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.account.Accounts;
import dev.cairn.ledger.points.PointsView.Expiry;
import dev.cairn.ledger.points.PointsView.Schedule;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Shows points as they are now, also when the sweep has not come by yet. */
@ApplicationScoped
class ShowPoints {
    private static final int SHOWN_EXPIRIES = 12;

    private final Database database;
    private final Accounts accounts;
    private final PointsStore store;
    private final CairnClock clock;

    ShowPoints(Database database, Accounts accounts, PointsStore store, CairnClock clock) {
        this.database = database;
        this.accounts = accounts;
        this.store = store;
        this.clock = clock;
    }

    /** Whoever has no posting yet has no points; who the members are is not known here. */
    PointsView of(String memberId) {
        var id = AccountId.of(memberId);
        var now = clock.instant();
        return database.read(
                tx ->
                        PointsView.of(
                                accounts.peek(tx, id, now), schedule(store.expiries(tx, id, now))));
    }

    Page<PointsEntry> entries(String memberId, String cursor, Limit limit) {
        var before =
                Cursor.decode(cursor, 1)
                        .map(parts -> Cursor.number(parts.getFirst()))
                        .orElse(Long.MAX_VALUE);
        var rows =
                database.read(
                        tx ->
                                store.entries(
                                        tx, AccountId.of(memberId), before, limit.andOneMore()));
        return Page.of(rows, limit, entry -> Cursor.encode(Long.toString(entry.version())));
    }

    PointsTotals totals() {
        return database.read(tx -> store.totals(tx, AccountId.POINTS));
    }

    private static Schedule schedule(List<Expiry> all) {
        var dated = all.stream().filter(expiry -> expiry.at() != null).toList();
        return new Schedule(
                dated.stream().limit(SHOWN_EXPIRIES).toList(),
                sum(dated.stream().skip(SHOWN_EXPIRIES).toList()),
                sum(all) - sum(dated));
    }

    private static long sum(List<Expiry> expiries) {
        return expiries.stream().mapToLong(Expiry::points).sum();
    }
}
