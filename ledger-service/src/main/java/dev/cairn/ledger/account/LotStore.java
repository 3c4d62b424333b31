package dev.cairn.ledger.account;

import static dev.cairn.ledger.account.BalanceStore.currencies;
import static dev.cairn.ledger.account.BalanceStore.members;

import dev.cairn.kit.db.Row;
import dev.cairn.kit.db.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Lots, read only as far as the work at hand needs them. */
@ApplicationScoped
class LotStore {

    /** A lot and whose it is. */
    record Owned(AccountId owner, Lot lot) {}

    /** Lots by their names, also empty ones; those that do not exist are left out. */
    List<Owned> named(Tx tx, Collection<LotName> names) {
        return tx.query(
                """
                SELECT id, member_id, currency, source, award_id,
                       coalesce(origin, id) AS origin, earned, remaining, held, expired, pending, active_from, awaits, expires_at, sliding, earned_at,
                       priority
                FROM lot
                JOIN (SELECT DISTINCT * FROM unnest(?::text[], ?::text[], ?::uuid[]))
                     AS n(member_id, currency, id) USING (member_id, currency, id)
                """,
                LotStore::owned,
                names.stream().map(name -> name.account().memberId()).toArray(String[]::new),
                names.stream().map(name -> name.account().currency()).toArray(String[]::new),
                names.stream().map(LotName::id).toArray(UUID[]::new));
    }

    /** Lots of these accounts that hold points. */
    List<Owned> open(Tx tx, Collection<AccountId> accounts) {
        return tx.query(
                """
                SELECT id, member_id, currency, source, award_id,
                       coalesce(origin, id) AS origin, earned, remaining, held, expired, pending, active_from, awaits, expires_at, sliding, earned_at,
                       priority
                FROM lot
                WHERE (member_id, currency) IN (SELECT * FROM unnest(?::text[], ?::text[]))
                  AND listed AND remaining > 0
                """,
                LotStore::owned,
                members(accounts),
                currencies(accounts));
    }

    /**
     * Lots of these accounts that time has something to do to. Found by index for each account, so
     * that an account with very many lots costs no more than another.
     */
    List<Owned> due(Tx tx, Collection<AccountId> accounts, Instant now) {
        return tx.query(
                """
                WITH a AS (SELECT * FROM unnest(?::text[], ?::text[]) AS a(member_id, currency))
                SELECT id, member_id, currency, source, award_id,
                       coalesce(origin, id) AS origin, earned, remaining, held, expired, pending, active_from, awaits, expires_at, sliding, earned_at,
                       priority
                FROM lot
                WHERE (member_id, currency, id) IN (
                    SELECT l.member_id, l.currency, l.id
                    FROM a
                    JOIN lot AS l ON l.member_id = a.member_id AND l.currency = a.currency
                    WHERE l.listed AND l.remaining > l.held AND l.expires_at <= ?
                    UNION ALL
                    SELECT l.member_id, l.currency, l.id
                    FROM a
                    JOIN lot AS l ON l.member_id = a.member_id AND l.currency = a.currency
                    WHERE l.pending AND l.active_from <= ?)
                """,
                LotStore::owned,
                members(accounts),
                currencies(accounts),
                now,
                now);
    }

    /** Lots that were not there. */
    void insert(Tx tx, List<Owned> lots) {
        if (lots.isEmpty()) {
            return;
        }
        var owners = owners(lots);
        tx.later(
                """
                INSERT INTO lot (id, member_id, currency, source, award_id, origin, earned,
                                 remaining, held, expired, pending, active_from, awaits,
                                 expires_at, sliding, earned_at, priority, listed)
                SELECT unnest(?::uuid[]), unnest(?::text[]), unnest(?::text[]), unnest(?::text[]),
                       unnest(?::text[]), unnest(?::uuid[]), unnest(?::bigint[]),
                       unnest(?::bigint[]), unnest(?::bigint[]), unnest(?::bigint[]),
                       unnest(?::boolean[]), unnest(?::timestamptz[]), unnest(?::text[]),
                       unnest(?::timestamptz[]), unnest(?::boolean[]), unnest(?::timestamptz[]),
                       unnest(?::integer[]), unnest(?::boolean[])
                """,
                column(lots, Lot::id, UUID[]::new),
                members(owners),
                currencies(owners),
                column(lots, lot -> lot.source().name(), String[]::new),
                column(lots, Lot::awardId, String[]::new),
                column(lots, LotStore::otherOrigin, UUID[]::new),
                column(lots, Lot::earned, Long[]::new),
                column(lots, Lot::remaining, Long[]::new),
                column(lots, Lot::held, Long[]::new),
                column(lots, Lot::expired, Long[]::new),
                column(lots, Lot::pending, Boolean[]::new),
                column(lots, Lot::activeFrom, Instant[]::new),
                column(lots, Lot::awaits, String[]::new),
                column(lots, Lot::expiresAt, Instant[]::new),
                column(lots, Lot::sliding, Boolean[]::new),
                column(lots, Lot::earnedAt, Instant[]::new),
                column(lots, Lot::priority, Integer[]::new),
                column(lots, lot -> lot.remaining() > 0, Boolean[]::new));
    }

    /**
     * Empties very many lots at once: all that can be spent, but for those that are kept. They stay
     * on the list for now, which a third of the time is enough for.
     */
    void empty(Tx tx, Emptying emptying) {
        var id = emptying.account();
        tx.laterTouching(
                emptying.lots().size(),
                """
                UPDATE lot
                SET remaining = held
                WHERE member_id = ? AND currency = ? AND listed AND NOT pending
                  AND remaining > held AND id <> ALL (?)
                """,
                id.memberId(),
                id.currency(),
                emptying.kept().toArray(UUID[]::new));
        tx.later(
                "INSERT INTO emptied_account VALUES (?, ?) ON CONFLICT DO NOTHING",
                id.memberId(),
                id.currency());
    }

    /** Accounts with lots on the list that are empty. */
    List<AccountId> emptied(Tx tx, int limit) {
        return tx.query(
                "SELECT member_id, currency FROM emptied_account LIMIT ?",
                row -> new AccountId(row.text("member_id"), row.text("currency")),
                limit);
    }

    /** Takes the empty lots of an account off the list; whoever calls holds its lock. */
    void delist(Tx tx, AccountId id) {
        tx.later(
                """
                UPDATE lot
                SET listed = false
                WHERE member_id = ? AND currency = ? AND listed AND remaining = 0
                """,
                id.memberId(),
                id.currency());
        tx.later(
                "DELETE FROM emptied_account WHERE member_id = ? AND currency = ?",
                id.memberId(),
                id.currency());
    }

    /** Lots that were loaded and lost or got points. */
    void updateAmounts(Tx tx, List<Owned> lots) {
        if (lots.isEmpty()) {
            return;
        }
        var owners = owners(lots);
        tx.laterTouching(
                lots.size(),
                """
                UPDATE lot AS l
                SET earned = n.earned, remaining = n.remaining, held = n.held,
                    expired = n.expired, listed = n.remaining > 0
                FROM unnest(?::text[], ?::text[], ?::uuid[], ?::bigint[], ?::bigint[], ?::bigint[],
                            ?::bigint[])
                     AS n(member_id, currency, id, earned, remaining, held, expired)
                WHERE l.member_id = n.member_id AND l.currency = n.currency AND l.id = n.id
                """,
                members(owners),
                currencies(owners),
                column(lots, Lot::id, UUID[]::new),
                column(lots, Lot::earned, Long[]::new),
                column(lots, Lot::remaining, Long[]::new),
                column(lots, Lot::held, Long[]::new),
                column(lots, Lot::expired, Long[]::new));
    }

    /** Lots that were loaded; owner, source, award, origin and priority of a lot never change. */
    void update(Tx tx, List<Owned> lots) {
        if (lots.isEmpty()) {
            return;
        }
        var owners = owners(lots);
        tx.laterTouching(
                lots.size(),
                """
                UPDATE lot AS l
                SET earned = n.earned, remaining = n.remaining, held = n.held,
                    expired = n.expired, listed = n.remaining > 0, pending = n.pending, active_from = n.active_from,
                    awaits = n.awaits, expires_at = n.expires_at, sliding = n.sliding,
                    earned_at = n.earned_at
                FROM unnest(?::text[], ?::text[], ?::uuid[], ?::bigint[], ?::bigint[], ?::bigint[],
                            ?::bigint[], ?::boolean[], ?::timestamptz[], ?::text[], ?::timestamptz[],
                            ?::boolean[], ?::timestamptz[])
                     AS n(member_id, currency, id, earned, remaining, held, expired, pending, active_from, awaits,
                          expires_at, sliding, earned_at)
                WHERE l.member_id = n.member_id AND l.currency = n.currency AND l.id = n.id
                """,
                members(owners),
                currencies(owners),
                column(lots, Lot::id, UUID[]::new),
                column(lots, Lot::earned, Long[]::new),
                column(lots, Lot::remaining, Long[]::new),
                column(lots, Lot::held, Long[]::new),
                column(lots, Lot::expired, Long[]::new),
                column(lots, Lot::pending, Boolean[]::new),
                column(lots, Lot::activeFrom, Instant[]::new),
                column(lots, Lot::awaits, String[]::new),
                column(lots, Lot::expiresAt, Instant[]::new),
                column(lots, Lot::sliding, Boolean[]::new),
                column(lots, Lot::earnedAt, Instant[]::new));
    }

    /** Null for almost all lots: their points were nowhere before. */
    private static UUID otherOrigin(Lot lot) {
        return lot.origin().equals(lot.id()) ? null : lot.origin();
    }

    private static List<AccountId> owners(List<Owned> lots) {
        return lots.stream().map(Owned::owner).toList();
    }

    private static <C> C[] column(
            List<Owned> lots, Function<Lot, C> value, IntFunction<C[]> array) {
        return lots.stream().map(Owned::lot).map(value).toArray(array);
    }

    private static Owned owned(Row row) throws SQLException {
        return new Owned(
                new AccountId(row.text("member_id"), row.text("currency")),
                new Lot(
                        row.uuid("id"),
                        LotSource.valueOf(row.text("source")),
                        row.textOrNull("award_id"),
                        row.uuid("origin"),
                        row.longValue("earned"),
                        row.longValue("remaining"),
                        row.longValue("held"),
                        row.longValue("expired"),
                        row.bool("pending"),
                        row.instantOrNull("active_from"),
                        row.textOrNull("awaits"),
                        row.instantOrNull("expires_at"),
                        row.bool("sliding"),
                        row.instant("earned_at"),
                        row.intValue("priority")));
    }
}
