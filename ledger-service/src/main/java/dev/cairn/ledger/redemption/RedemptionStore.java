package dev.cairn.ledger.redemption;

import dev.cairn.kit.db.Row;
import dev.cairn.kit.db.Tx;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.quote.Money;
import dev.cairn.ledger.redemption.Redemption.Status;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Redemptions; whoever changes one holds the lock of its account. */
@ApplicationScoped
class RedemptionStore {

    /** A new one; what is ordered has its first step in the history. */
    void insert(Tx tx, Redemption redemption) {
        var money = Optional.ofNullable(redemption.money());
        tx.later(
                """
                INSERT INTO redemption (id, member_id, currency, reward_id, points, money_minor,
                                        money_currency, rate_version, posting_id, from_stock,
                                        automatic, status, redeemed_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                redemption.id(),
                redemption.account().memberId(),
                redemption.account().currency(),
                redemption.reward(),
                redemption.points(),
                money.map(Money::minor).orElse(null),
                money.map(Money::currency).orElse(null),
                money.map(Money::rate).orElse(null),
                redemption.postingId(),
                redemption.fromStock(),
                redemption.automatic(),
                redemption.state(),
                redemption.redeemedAt());
        if (redemption.state() == Status.ORDERED) {
            tx.update(
                    """
                    INSERT INTO redemption_step (redemption_id, status, taken_at, taken_by)
                    VALUES (?, ?, ?, 'member')
                    """,
                    redemption.id(),
                    redemption.state(),
                    redemption.redeemedAt());
        }
    }

    /** Writes how far it got, what was spent and what went back. */
    void update(Tx tx, Redemption redemption) {
        tx.update(
                """
                UPDATE redemption
                SET posting_id = ?, status = ?, refunded = ?, cancelled_at = ?
                WHERE id = ?
                """,
                redemption.postingId(),
                redemption.state(),
                redemption.refunded(),
                redemption.cancelledAt(),
                redemption.id());
    }

    Optional<Redemption> find(Tx tx, UUID id) {
        return tx.first(
                """
                SELECT id, member_id, currency, reward_id, points, refunded, money_minor,
                       money_currency, rate_version, posting_id, from_stock, automatic, status,
                       redeemed_at, cancelled_at,
                       (SELECT lapses_at
                        FROM hold AS h
                        WHERE h.id = redemption.id AND redemption.status = 'RESERVED')
                           AS reserved_until
                FROM redemption
                WHERE id = ?
                """,
                RedemptionStore::redemption,
                id);
    }

    /** Redemptions of these members before this place in time, newest first. */
    List<Redemption> list(
            Tx tx, Collection<String> members, Instant before, UUID beforeId, int limit) {
        return tx.query(
                """
                SELECT id, member_id, currency, reward_id, points, refunded, money_minor,
                       money_currency, rate_version, posting_id, from_stock, automatic, status,
                       redeemed_at, cancelled_at,
                       (SELECT lapses_at
                        FROM hold AS h
                        WHERE h.id = redemption.id AND redemption.status = 'RESERVED')
                           AS reserved_until
                FROM redemption
                WHERE member_id = ANY (?) AND (redeemed_at, id) < (?, ?)
                ORDER BY redeemed_at DESC, id DESC
                LIMIT ?
                """,
                RedemptionStore::redemption,
                members.toArray(String[]::new),
                before,
                beforeId,
                limit);
    }

    private static Redemption redemption(Row row) throws SQLException {
        var minor = row.longOrNull("money_minor");
        return new Redemption(
                row.uuid("id"),
                new AccountId(row.text("member_id"), row.text("currency")),
                row.text("reward_id"),
                row.longValue("points"),
                row.longValue("refunded"),
                minor == null
                        ? null
                        : new Money(minor, row.text("money_currency"), row.text("rate_version")),
                row.textOrNull("posting_id") == null ? null : row.uuid("posting_id"),
                row.bool("from_stock"),
                row.bool("automatic"),
                Status.valueOf(row.text("status")),
                row.instant("redeemed_at"),
                row.instantOrNull("cancelled_at"),
                row.instantOrNull("reserved_until"));
    }
}
