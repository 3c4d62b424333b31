package dev.cairn.ledger.award;

import dev.cairn.kit.db.Tx;
import dev.cairn.ledger.account.AccountId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** Sums what the registers of accounts have paid in the windows of caps. */
@ApplicationScoped
class CapStore {
    private record Found(CapWindow window, long paid) {}

    /** One statement; whoever asks holds the locks of the accounts. */
    CapUse use(Tx tx, Collection<CapWindow> windows) {
        var all = List.copyOf(windows);
        var found =
                tx.query(
                        """
                        SELECT w.member_id, w.currency, w.from_at, w.until_at,
                               coalesce(sum(r.paid), 0)::bigint AS paid
                        FROM unnest(?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[])
                             AS w(member_id, currency, from_at, until_at)
                        LEFT JOIN award_register AS r
                             ON r.member_id = w.member_id AND r.currency = w.currency
                            AND r.occurred_at >= w.from_at AND r.occurred_at < w.until_at
                        GROUP BY w.member_id, w.currency, w.from_at, w.until_at
                        """,
                        row ->
                                new Found(
                                        new CapWindow(
                                                new AccountId(
                                                        row.text("member_id"),
                                                        row.text("currency")),
                                                row.instant("from_at"),
                                                row.instant("until_at")),
                                        row.longValue("paid")),
                        column(all, window -> window.account().memberId(), String[]::new),
                        column(all, window -> window.account().currency(), String[]::new),
                        column(all, CapWindow::from, Instant[]::new),
                        column(all, CapWindow::until, Instant[]::new));
        Map<CapWindow, Long> paid =
                found.stream().collect(Collectors.toMap(Found::window, Found::paid));
        return new CapUse(paid);
    }

    private static <C> C[] column(
            List<CapWindow> windows, Function<CapWindow, C> value, IntFunction<C[]> array) {
        return windows.stream().map(value).toArray(array);
    }
}
