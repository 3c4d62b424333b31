package dev.cairn.ledger.quote;

import dev.cairn.kit.db.Row;
import dev.cairn.kit.db.Tx;
import dev.cairn.ledger.account.AccountId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Quotes; whoever uses one holds the lock of its account. */
@ApplicationScoped
public class QuoteStore {

    /** A member's quote; empty when there is none, or when it is somebody else's. */
    public Optional<Quote> find(Tx tx, String memberId, UUID id) {
        return find(tx, id).filter(quote -> quote.account().memberId().equals(memberId));
    }

    /** Anybody's quote. */
    Optional<Quote> find(Tx tx, UUID id) {
        return tx.first(
                """
                SELECT id, member_id, currency, reward_id, points, money_minor, money_currency,
                       rate_version, expires_at, redemption_id, hold_id
                FROM quote
                WHERE id = ?
                """,
                QuoteStore::quote,
                id);
    }

    /** Notes what a quote led to; nothing else can come of it. */
    public void use(Tx tx, UUID id, UUID redemptionId) {
        tx.update("UPDATE quote SET redemption_id = ? WHERE id = ?", redemptionId, id);
    }

    /** Notes the hold that a quote led to. */
    void hold(Tx tx, UUID id, UUID holdId) {
        tx.update("UPDATE quote SET hold_id = ? WHERE id = ?", holdId, id);
    }

    void insert(Tx tx, Quote quote, Instant now) {
        var money = Optional.ofNullable(quote.money());
        tx.update(
                """
                INSERT INTO quote (id, member_id, currency, reward_id, points, money_minor,
                                   money_currency, rate_version, made_at, expires_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                quote.id(),
                quote.account().memberId(),
                quote.account().currency(),
                quote.reward(),
                quote.points(),
                money.map(Money::minor).orElse(null),
                money.map(Money::currency).orElse(null),
                money.map(Money::rate).orElse(null),
                now,
                quote.expiresAt());
    }

    void remove(Tx tx, UUID id) {
        tx.update("DELETE FROM quote WHERE id = ?", id);
    }

    /** Forgets promises that nobody used and that are over since an instant; how many. */
    int forget(Tx tx, Instant before) {
        return tx.update(
                """
                DELETE FROM quote
                WHERE redemption_id IS NULL AND hold_id IS NULL AND expires_at < ?
                """,
                before);
    }

    private static Quote quote(Row row) throws SQLException {
        var minor = row.longOrNull("money_minor");
        return new Quote(
                row.uuid("id"),
                new AccountId(row.text("member_id"), row.text("currency")),
                row.text("reward_id"),
                row.longValue("points"),
                minor == null
                        ? null
                        : new Money(minor, row.text("money_currency"), row.text("rate_version")),
                row.instant("expires_at"),
                uuidOrNull(row, "redemption_id"),
                uuidOrNull(row, "hold_id"));
    }

    private static UUID uuidOrNull(Row row, String column) throws SQLException {
        return row.textOrNull(column) == null ? null : row.uuid(column);
    }
}
