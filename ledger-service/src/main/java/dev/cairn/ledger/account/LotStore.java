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

/** Lots, read only as far as the work at hand needs them. */
@ApplicationScoped
class LotStore {

    /** A lot and whose it is. */
    record Owned(AccountId owner, Lot lot) {}

    /** Lots by their ids, also empty ones; those that do not exist are left out. */
    List<Owned> named(Tx tx, Collection<UUID> ids) {
        return tx.query(
                """
                SELECT id, member_id, currency, award_id, earned, remaining, expired, pending,
                       active_from, expires_at, earned_at, priority
                FROM lot
                WHERE id = ANY (?)
                """,
                LotStore::owned,
                (Object) ids.toArray(UUID[]::new));
    }

    /** Lots of these accounts that hold points. */
    List<Owned> open(Tx tx, Collection<AccountId> accounts) {
        return tx.query(
                """
                SELECT id, member_id, currency, award_id, earned, remaining, expired, pending,
                       active_from, expires_at, earned_at, priority
                FROM lot
                WHERE (member_id, currency) IN (SELECT * FROM unnest(?::text[], ?::text[]))
                  AND remaining > 0
                """,
                LotStore::owned,
                members(accounts),
                currencies(accounts));
    }

    /** Lots of these accounts that time has something to do to. */
    List<Owned> due(Tx tx, Collection<AccountId> accounts, Instant now) {
        return tx.query(
                """
                SELECT id, member_id, currency, award_id, earned, remaining, expired, pending,
                       active_from, expires_at, earned_at, priority
                FROM lot
                WHERE (member_id, currency) IN (SELECT * FROM unnest(?::text[], ?::text[]))
                  AND remaining > 0
                  AND (expires_at <= ? OR (pending AND active_from <= ?))
                """,
                LotStore::owned,
                members(accounts),
                currencies(accounts),
                now,
                now);
    }

    void save(Tx tx, List<Owned> lots) {
        tx.update(
                """
                INSERT INTO lot (id, member_id, currency, award_id, earned, remaining, expired,
                                 pending, active_from, expires_at, earned_at, priority)
                SELECT *
                FROM unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[],
                            ?::bigint[], ?::boolean[], ?::timestamptz[], ?::timestamptz[],
                            ?::timestamptz[], ?::integer[])
                ON CONFLICT (id) DO UPDATE
                SET earned = excluded.earned, remaining = excluded.remaining,
                    expired = excluded.expired, pending = excluded.pending,
                    active_from = excluded.active_from, expires_at = excluded.expires_at,
                    earned_at = excluded.earned_at
                """,
                lots.stream().map(owned -> owned.lot().id()).toArray(UUID[]::new),
                members(lots.stream().map(Owned::owner).toList()),
                currencies(lots.stream().map(Owned::owner).toList()),
                lots.stream().map(owned -> owned.lot().awardId()).toArray(String[]::new),
                lots.stream().map(owned -> owned.lot().earned()).toArray(Long[]::new),
                lots.stream().map(owned -> owned.lot().remaining()).toArray(Long[]::new),
                lots.stream().map(owned -> owned.lot().expired()).toArray(Long[]::new),
                lots.stream().map(owned -> owned.lot().pending()).toArray(Boolean[]::new),
                lots.stream().map(owned -> owned.lot().activeFrom()).toArray(Instant[]::new),
                lots.stream().map(owned -> owned.lot().expiresAt()).toArray(Instant[]::new),
                lots.stream().map(owned -> owned.lot().earnedAt()).toArray(Instant[]::new),
                lots.stream().map(owned -> owned.lot().priority()).toArray(Integer[]::new));
    }

    private static Owned owned(Row row) throws SQLException {
        return new Owned(
                new AccountId(row.text("member_id"), row.text("currency")),
                new Lot(
                        row.uuid("id"),
                        row.text("award_id"),
                        row.longValue("earned"),
                        row.longValue("remaining"),
                        row.longValue("expired"),
                        row.bool("pending"),
                        row.instantOrNull("active_from"),
                        row.instantOrNull("expires_at"),
                        row.instant("earned_at"),
                        row.intValue("priority")));
    }
}
