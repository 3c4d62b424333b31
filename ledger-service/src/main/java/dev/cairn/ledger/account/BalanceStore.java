package dev.cairn.ledger.account;

import dev.cairn.kit.db.Row;
import dev.cairn.kit.db.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** Balances, each locked by whoever works on its account. */
@ApplicationScoped
class BalanceStore {
    /**
     * An account's row, and how its member stands.
     *
     * @param nextDue nothing falls due before; null when nothing ever does
     */
    record Found(AccountId id, Balance balance, Standing standing, Instant nextDue) {
        /** Whether something may have fallen due; only the lots tell for sure. */
        boolean dueBy(Instant now) {
            return nextDue != null && !nextDue.isAfter(now);
        }

        private Found with(Standing other) {
            return new Found(id, balance, other, nextDue);
        }
    }

    /** A row that was locked, and whether its member's standing changed while that took. */
    private record Locked(Found found, boolean outdated) {}

    private record Stands(String memberId, Standing standing) {}

    private final SeenAccounts seen;

    BalanceStore(SeenAccounts seen) {
        this.seen = seen;
    }

    /**
     * Locks accounts, in id order so that two batches cannot deadlock, and creates missing ones.
     */
    List<Found> lock(Tx tx, SortedSet<AccountId> ids) {
        planOnce(tx);
        create(tx, seen.missingFrom(ids));
        var locked = lockRows(tx, ids);
        if (locked.size() < ids.size()) {
            create(tx, ids);
            locked = lockRows(tx, ids);
        }
        tx.afterCommit(() -> seen.saw(ids));
        return locked.stream().anyMatch(Locked::outdated)
                ? readAgain(tx, locked)
                : locked.stream().map(Locked::found).toList();
    }

    private static void create(Tx tx, Collection<AccountId> ids) {
        if (ids.isEmpty()) {
            return;
        }
        tx.later(
                """
                INSERT INTO balance (member_id, currency, standing)
                SELECT member_id, currency, coalesce(s.version, 0)
                FROM unnest(?::text[], ?::text[]) AS a(member_id, currency)
                LEFT JOIN member_standing AS s USING (member_id)
                WHERE NOT EXISTS (SELECT FROM balance AS b
                                  WHERE b.member_id = a.member_id AND b.currency = a.currency)
                ORDER BY member_id, currency
                ON CONFLICT DO NOTHING
                """,
                members(ids),
                currencies(ids));
    }

    private static List<Locked> lockRows(Tx tx, SortedSet<AccountId> ids) {
        return tx.query(
                """
                SELECT member_id, currency, active, pending, held, arrears, spent, expired,
                       earned_base, earned_bonus, clawed_base, clawed_bonus, adjusted,
                       transferred, converted, written_off, b.version, next_due,
                       frozen_at IS NOT NULL AS frozen, merged_into,
                       erased_at IS NOT NULL AS erased,
                       b.standing <> coalesce(s.version, 0) AS outdated
                FROM balance AS b
                LEFT JOIN member_standing AS s USING (member_id)
                WHERE (member_id, currency) IN (SELECT * FROM unnest(?::text[], ?::text[]))
                ORDER BY member_id, currency
                FOR UPDATE OF b
                """,
                row -> new Locked(found(row), row.bool("outdated")),
                members(ids),
                currencies(ids));
    }

    /**
     * From here on the transaction only looks up what it has the key of. So plans need not be made
     * anew for each set of arguments, and ten thousand keys must not tempt anybody into reading a
     * whole table instead.
     */
    private static void planOnce(Tx tx) {
        tx.later("SET LOCAL plan_cache_mode = force_generic_plan");
    }

    /** A lock is waited for; how the member stands was read before. Rare. */
    private static List<Found> readAgain(Tx tx, List<Locked> locked) {
        var outdated =
                locked.stream()
                        .filter(Locked::outdated)
                        .map(row -> row.found().id().memberId())
                        .distinct()
                        .toArray(String[]::new);
        var standings =
                tx
                        .query(
                                """
                                SELECT member_id, frozen_at IS NOT NULL AS frozen, merged_into,
                                       erased_at IS NOT NULL AS erased
                                FROM member_standing
                                WHERE member_id = ANY (?)
                                """,
                                row -> new Stands(row.text("member_id"), standing(row)),
                                (Object) outdated)
                        .stream()
                        .collect(Collectors.toMap(Stands::memberId, Stands::standing));
        return locked.stream()
                .map(Locked::found)
                .map(row -> row.with(standings.getOrDefault(row.id().memberId(), row.standing())))
                .toList();
    }

    /** The balance as it was last written, without waiting for anybody. */
    Optional<Found> find(Tx tx, AccountId id) {
        return tx.first(
                """
                        SELECT member_id, currency, active, pending, held, arrears, spent, expired,
                               earned_base, earned_bonus, clawed_base, clawed_bonus, adjusted,
                               transferred, converted, written_off, b.version, next_due,
                               frozen_at IS NOT NULL AS frozen, merged_into,
                               erased_at IS NOT NULL AS erased
                        FROM balance AS b
                        LEFT JOIN member_standing AS s USING (member_id)
                        WHERE member_id = ? AND currency = ?
                        """,
                BalanceStore::found,
                id.memberId(),
                id.currency());
    }

    /**
     * Writes balances, after their lots. Of accounts that were due it looks up when they are due
     * again; of others that can only have come closer.
     */
    void save(Tx tx, List<Account> accounts, Instant now) {
        var ids = accounts.stream().map(Account::id).toList();
        tx.laterTouching(
                accounts.size(),
                """
                        UPDATE balance AS b
                        SET active = n.active, pending = n.pending, held = n.held,
                            arrears = n.arrears, spent = n.spent, expired = n.expired,
                            earned_base = n.earned_base, earned_bonus = n.earned_bonus,
                            clawed_base = n.clawed_base, clawed_bonus = n.clawed_bonus,
                            adjusted = n.adjusted, transferred = n.transferred,
                            converted = n.converted, written_off = n.written_off,
                            version = n.version,
                            next_due = CASE WHEN b.next_due <= ? THEN
                                least((SELECT min(expires_at)
                                       FROM lot AS l
                                       WHERE l.member_id = b.member_id AND l.currency = b.currency
                                         AND listed AND remaining > l.held),
                                      (SELECT min(active_from)
                                       FROM lot AS l
                                       WHERE l.member_id = b.member_id AND l.currency = b.currency
                                         AND l.pending AND remaining > 0))
                            ELSE least(b.next_due, n.next_due) END
                        FROM (SELECT unnest(?::text[]) AS member_id, unnest(?::text[]) AS currency,
                                     unnest(?::bigint[]) AS active,
                                     unnest(?::bigint[]) AS pending,
                                     unnest(?::bigint[]) AS held,
                                     unnest(?::bigint[]) AS arrears,
                                     unnest(?::bigint[]) AS spent,
                                     unnest(?::bigint[]) AS expired,
                                     unnest(?::bigint[]) AS earned_base,
                                     unnest(?::bigint[]) AS earned_bonus,
                                     unnest(?::bigint[]) AS clawed_base,
                                     unnest(?::bigint[]) AS clawed_bonus,
                                     unnest(?::bigint[]) AS adjusted,
                                     unnest(?::bigint[]) AS transferred,
                                     unnest(?::bigint[]) AS converted,
                                     unnest(?::bigint[]) AS written_off,
                                     unnest(?::bigint[]) AS version,
                                     unnest(?::timestamptz[]) AS next_due) AS n
                        WHERE b.member_id = n.member_id AND b.currency = n.currency
                        """,
                now,
                members(ids),
                currencies(ids),
                column(accounts, Balance::active),
                column(accounts, Balance::pending),
                column(accounts, Balance::held),
                column(accounts, Balance::arrears),
                column(accounts, Balance::spent),
                column(accounts, Balance::expired),
                column(accounts, Balance::earnedBase),
                column(accounts, Balance::earnedBonus),
                column(accounts, Balance::clawedBase),
                column(accounts, Balance::clawedBonus),
                column(accounts, Balance::adjusted),
                column(accounts, Balance::transferred),
                column(accounts, Balance::converted),
                column(accounts, Balance::writtenOff),
                column(accounts, Balance::version),
                accounts.stream().map(BalanceStore::nextDue).toArray(Instant[]::new));
    }

    private static Found found(Row row) throws SQLException {
        return new Found(
                new AccountId(row.text("member_id"), row.text("currency")),
                new Balance(
                        row.longValue("active"),
                        row.longValue("pending"),
                        row.longValue("held"),
                        row.longValue("arrears"),
                        row.longValue("spent"),
                        row.longValue("expired"),
                        row.longValue("earned_base"),
                        row.longValue("earned_bonus"),
                        row.longValue("clawed_base"),
                        row.longValue("clawed_bonus"),
                        row.longValue("adjusted"),
                        row.longValue("transferred"),
                        row.longValue("converted"),
                        row.longValue("written_off"),
                        row.longValue("version")),
                standing(row),
                row.instantOrNull("next_due"));
    }

    private static Standing standing(Row row) throws SQLException {
        return new Standing(row.bool("frozen"), row.textOrNull("merged_into"), row.bool("erased"));
    }

    /** The first day of the lots that changed; null when none of them has one. */
    private static Instant nextDue(Account account) {
        return account.changedLots().stream()
                .flatMap(lot -> lot.due().stream())
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static Long[] column(List<Account> accounts, ToLongFunction<Balance> value) {
        return accounts.stream()
                .map(account -> value.applyAsLong(account.balance()))
                .toArray(Long[]::new);
    }

    static String[] members(Collection<AccountId> ids) {
        return ids.stream().map(AccountId::memberId).toArray(String[]::new);
    }

    static String[] currencies(Collection<AccountId> ids) {
        return ids.stream().map(AccountId::currency).toArray(String[]::new);
    }
}
