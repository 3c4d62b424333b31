package dev.cairn.ledger.partner;

import dev.cairn.kit.db.Row;
import dev.cairn.kit.db.Tx;
import dev.cairn.ledger.account.AccountId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** Quotes; whoever uses one holds the lock of its account. */
@ApplicationScoped
class QuoteStore {

    void insert(Tx tx, Quote quote) {
        tx.update(
                """
                INSERT INTO partner_quote (id, partner_id, member_id, currency, points,
                                           amount_minor, money_currency, rate, quoted_at,
                                           expires_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                quote.id(),
                quote.partnerId(),
                quote.account().memberId(),
                quote.account().currency(),
                quote.points(),
                quote.amountMinor(),
                quote.moneyCurrency(),
                quote.rate(),
                quote.quotedAt(),
                quote.expiresAt());
    }

    Optional<Quote> find(Tx tx, UUID id) {
        return tx.first(
                """
                SELECT id, partner_id, member_id, currency, points, amount_minor, money_currency,
                       rate, quoted_at, expires_at, hold_id
                FROM partner_quote
                WHERE id = ?
                """,
                QuoteStore::quote,
                id);
    }

    Optional<Quote> ofHold(Tx tx, UUID holdId) {
        return tx.first(
                """
                SELECT id, partner_id, member_id, currency, points, amount_minor, money_currency,
                       rate, quoted_at, expires_at, hold_id
                FROM partner_quote
                WHERE hold_id = ?
                """,
                QuoteStore::quote,
                holdId);
    }

    void use(Tx tx, UUID id, UUID holdId) {
        tx.update("UPDATE partner_quote SET hold_id = ? WHERE id = ?", holdId, id);
    }

    private static Quote quote(Row row) throws SQLException {
        var hold = row.textOrNull("hold_id");
        return new Quote(
                row.uuid("id"),
                row.text("partner_id"),
                new AccountId(row.text("member_id"), row.text("currency")),
                row.longValue("points"),
                row.longValue("amount_minor"),
                row.text("money_currency"),
                row.text("rate"),
                row.instant("quoted_at"),
                row.instant("expires_at"),
                hold == null ? null : UUID.fromString(hold));
    }
}
