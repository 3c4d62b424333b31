package dev.cairn.ledger.code;

import dev.cairn.kit.db.Row;
import dev.cairn.kit.db.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Pools of codes. A code that was handed out belongs to its redemption for ever. One that is only
 * reserved for a redemption is shown to nobody and can be free again.
 */
@ApplicationScoped
public class CodeStore {
    /** What became of a code that was handed out; one of both at most. */
    public record Fate(Instant voidedAt, Instant usedAt) {}

    private record HandedOut(UUID redemptionId, String code) {}

    /**
     * Hands out the code that was added first. Codes that others are about to take are skipped, so
     * that nobody waits.
     */
    public Optional<String> handOut(Tx tx, String rewardId, UUID redemptionId, Instant now) {
        return take(tx, rewardId, redemptionId, now);
    }

    /** Keeps the code that was added first for a redemption; whether there was one. */
    public boolean reserve(Tx tx, String rewardId, UUID redemptionId) {
        return take(tx, rewardId, redemptionId, null).isPresent();
    }

    /** Hands out the code that was reserved for a redemption, if one was. */
    public void handOutReserved(Tx tx, UUID redemptionId, Instant now) {
        tx.update(
                """
                UPDATE reward_code
                SET handed_out_at = ?
                WHERE redemption_id = ? AND handed_out_at IS NULL
                """,
                now,
                redemptionId);
    }

    /** Puts the code back that was reserved for a redemption, if one was: nobody has seen it. */
    public void putBackReserved(Tx tx, UUID redemptionId) {
        tx.update(
                """
                UPDATE reward_code
                SET redemption_id = NULL
                WHERE redemption_id = ? AND handed_out_at IS NULL
                """,
                redemptionId);
    }

    private static Optional<String> take(
            Tx tx, String rewardId, UUID redemptionId, Instant handedOutAt) {
        return tx.first(
                """
                UPDATE reward_code
                SET redemption_id = ?, handed_out_at = ?
                WHERE code = (SELECT code
                              FROM reward_code
                              WHERE reward_id = ? AND redemption_id IS NULL
                              ORDER BY place
                              LIMIT 1
                              FOR UPDATE SKIP LOCKED)
                RETURNING code
                """,
                row -> row.text("code"),
                redemptionId,
                handedOutAt,
                rewardId);
    }

    /** Makes a redemption's code worthless, if it has one; nobody gets it again. */
    public void voidOf(Tx tx, UUID redemptionId, Instant now) {
        tx.update(
                """
                UPDATE reward_code
                SET voided_at = ?
                WHERE redemption_id = ? AND voided_at IS NULL
                """,
                now,
                redemptionId);
    }

    /** Uses a code that is good; it is not afterwards. */
    Optional<UseCode.Used> use(Tx tx, String code, String clientId, Instant now) {
        return tx.first(
                """
                UPDATE reward_code
                SET used_at = ?, used_by = ?
                WHERE code = ? AND handed_out_at IS NOT NULL AND used_at IS NULL
                  AND voided_at IS NULL
                RETURNING reward_id, redemption_id
                """,
                row -> new UseCode.Used(row.text("reward_id"), row.uuid("redemption_id"), now),
                now,
                clientId,
                code);
    }

    /** What became of a code that somebody got. */
    Optional<Fate> fate(Tx tx, String code) {
        return tx.first(
                """
                SELECT voided_at, used_at
                FROM reward_code
                WHERE code = ? AND handed_out_at IS NOT NULL
                """,
                CodeStore::fate,
                code);
    }

    /** The same of a redemption's code, which nobody can use until the transaction ends. */
    public Optional<Fate> lockFate(Tx tx, UUID redemptionId) {
        return tx.first(
                "SELECT voided_at, used_at FROM reward_code WHERE redemption_id = ? FOR UPDATE",
                CodeStore::fate,
                redemptionId);
    }

    private static Fate fate(Row row) throws SQLException {
        return new Fate(row.instantOrNull("voided_at"), row.instantOrNull("used_at"));
    }

    /** The good codes of these redemptions; for the eyes of their member only. */
    public Map<UUID, String> of(Tx tx, Collection<UUID> redemptionIds) {
        var codes = new HashMap<UUID, String>();
        tx.query(
                        """
                        SELECT redemption_id, code
                        FROM reward_code
                        WHERE redemption_id = ANY (?) AND handed_out_at IS NOT NULL
                          AND voided_at IS NULL
                        """,
                        row -> new HandedOut(row.uuid("redemption_id"), row.text("code")),
                        (Object) redemptionIds.toArray(UUID[]::new))
                .forEach(found -> codes.put(found.redemptionId(), found.code()));
        return codes;
    }

    /** Which of these rewards have a code left. */
    public Set<String> stocked(Tx tx, Collection<String> rewardIds) {
        return new HashSet<>(
                tx.query(
                        """
                        SELECT id
                        FROM unnest(?::text[]) AS r(id)
                        WHERE EXISTS (SELECT
                                      FROM reward_code AS c
                                      WHERE c.reward_id = r.id AND c.redemption_id IS NULL)
                        """,
                        row -> row.text("id"),
                        (Object) rewardIds.toArray(String[]::new)));
    }

    /** Whether the reward is there and hands out codes. */
    boolean takesCodes(Tx tx, String rewardId) {
        return tx.first(
                        "SELECT FROM reward WHERE id = ? AND type = 'VOUCHER_CODE'",
                        row -> true,
                        rewardId)
                .isPresent();
    }

    /** Those of the codes that some reward has already. */
    List<String> taken(Tx tx, Collection<String> codes) {
        return tx.query(
                "SELECT code FROM reward_code WHERE code = ANY (?) ORDER BY code",
                row -> row.text("code"),
                (Object) codes.toArray(String[]::new));
    }

    /** Adds the codes that no reward has, in their order; how many that were. */
    int add(Tx tx, String rewardId, List<String> codes, Instant now) {
        return tx.update(
                """
                INSERT INTO reward_code (code, reward_id, added_at)
                SELECT code, ?, ?
                FROM unnest(?::text[]) WITH ORDINALITY AS c(code, n)
                ORDER BY n
                ON CONFLICT DO NOTHING
                """,
                rewardId,
                now,
                codes.toArray(String[]::new));
    }

    CodeSummary summary(Tx tx, String rewardId) {
        return tx.first(
                        """
                        SELECT count(*) FILTER (WHERE redemption_id IS NULL) AS free,
                               count(*) FILTER (WHERE redemption_id IS NOT NULL
                                                  AND handed_out_at IS NULL) AS reserved,
                               count(*) FILTER (WHERE handed_out_at IS NOT NULL
                                                  AND voided_at IS NULL) AS handed_out,
                               count(*) FILTER (WHERE used_at IS NOT NULL) AS used,
                               count(*) FILTER (WHERE voided_at IS NOT NULL) AS void
                        FROM reward_code
                        WHERE reward_id = ?
                        """,
                        row ->
                                new CodeSummary(
                                        rewardId,
                                        row.longValue("free"),
                                        row.longValue("reserved"),
                                        row.longValue("handed_out"),
                                        row.longValue("used"),
                                        row.longValue("void")),
                        rewardId)
                .orElseThrow();
    }
}
