package dev.cairn.ledger.account;

import static dev.cairn.ledger.account.BalanceStore.currencies;
import static dev.cairn.ledger.account.BalanceStore.members;

import dev.cairn.kit.db.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How far accounts with sliding points were moved; asked for no others. */
@ApplicationScoped
class SlideStore {
    private record Found(AccountId id, Instant until) {}

    /** Accounts that were never used are left out. */
    Map<AccountId, Instant> find(Tx tx, Collection<AccountId> ids) {
        return tx
                .query(
                        """
                        SELECT member_id, currency, slides_until
                        FROM account_slide
                        WHERE (member_id, currency) IN
                              (SELECT * FROM unnest(?::text[], ?::text[]))
                        """,
                        row ->
                                new Found(
                                        new AccountId(row.text("member_id"), row.text("currency")),
                                        row.instant("slides_until")),
                        members(ids),
                        currencies(ids))
                .stream()
                .collect(Collectors.toMap(Found::id, Found::until));
    }

    /**
     * Moves all sliding lots of these accounts that were alive when they were used, loaded or not,
     * in one statement. What had run out by now holds nothing but reserved points.
     *
     * @param used those that were used
     */
    void save(Tx tx, List<Account> used) {
        var ids = used.stream().map(Account::id).toList();
        tx.update(
                """
                WITH used AS (
                    INSERT INTO account_slide AS s (member_id, currency, slides_until)
                    SELECT *
                    FROM unnest(?::text[], ?::text[], ?::timestamptz[])
                    ON CONFLICT (member_id, currency) DO UPDATE
                    SET slides_until = greatest(s.slides_until, excluded.slides_until)
                    RETURNING member_id, currency, slides_until)
                UPDATE lot AS l
                SET expires_at = u.slides_until
                FROM used AS u
                JOIN unnest(?::text[], ?::text[], ?::timestamptz[])
                     AS f(member_id, currency, used_from) USING (member_id, currency)
                WHERE l.member_id = u.member_id AND l.currency = u.currency
                  AND l.listed AND l.remaining > 0 AND l.sliding
                  AND l.expires_at > f.used_from AND l.expires_at < u.slides_until
                """,
                members(ids),
                currencies(ids),
                used.stream().flatMap(a -> a.slidesUntil().stream()).toArray(Instant[]::new),
                members(ids),
                currencies(ids),
                used.stream().flatMap(a -> a.usedFrom().stream()).toArray(Instant[]::new));
    }
}
