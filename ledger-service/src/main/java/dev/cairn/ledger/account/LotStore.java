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

    /** Lots by their ids, also empty ones; those that do not exist are left out. */
    List<Owned> named(Tx tx, Collection<UUID> ids) {
        return tx.query(
                """
                SELECT id, member_id, currency, source, award_id, earned, remaining, held,
                       expired, pending, active_from, awaits, expires_at, sliding, earned_at,
                       priority
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
                SELECT id, member_id, currency, source, award_id, earned, remaining, held,
                       expired, pending, active_from, awaits, expires_at, sliding, earned_at,
                       priority
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
                SELECT id, member_id, currency, source, award_id, earned, remaining, held,
                       expired, pending, active_from, awaits, expires_at, sliding, earned_at,
                       priority
                FROM lot
                WHERE (member_id, currency) IN (SELECT * FROM unnest(?::text[], ?::text[]))
                  AND ((remaining > held AND expires_at <= ?) OR (pending AND active_from <= ?))
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
                INSERT INTO lot (id, member_id, currency, source, award_id, earned, remaining, held,
                                 expired, pending, active_from, awaits, expires_at, sliding,
                                 earned_at, priority)
                SELECT *
                FROM unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[],
                            ?::bigint[], ?::bigint[], ?::bigint[], ?::boolean[],
                            ?::timestamptz[], ?::text[], ?::timestamptz[], ?::boolean[],
                            ?::timestamptz[], ?::integer[])
                ON CONFLICT (id) DO UPDATE
                SET earned = excluded.earned, remaining = excluded.remaining,
                    held = excluded.held, expired = excluded.expired,
                    pending = excluded.pending, active_from = excluded.active_from,
                    awaits = excluded.awaits, expires_at = excluded.expires_at,
                    sliding = excluded.sliding, earned_at = excluded.earned_at
                """,
                column(lots, Lot::id, UUID[]::new),
                members(lots.stream().map(Owned::owner).toList()),
                currencies(lots.stream().map(Owned::owner).toList()),
                column(lots, lot -> lot.source().name(), String[]::new),
                column(lots, Lot::awardId, String[]::new),
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
                column(lots, Lot::priority, Integer[]::new));
    }

    private static <C> C[] column(
            List<Owned> lots, Function<Lot, C> value, IntFunction<C[]> array) {
        return lots.stream().map(owned -> value.apply(owned.lot())).toArray(array);
    }

    private static Owned owned(Row row) throws SQLException {
        return new Owned(
                new AccountId(row.text("member_id"), row.text("currency")),
                new Lot(
                        row.uuid("id"),
                        LotSource.valueOf(row.text("source")),
                        row.textOrNull("award_id"),
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
