package dev.cairn.ledger.redemption;

import dev.cairn.kit.db.Tx;
import dev.cairn.ledger.redemption.Redemption.Status;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What happened to redemptions after they were made: steps and refunds. It only ever grows. */
@ApplicationScoped
class HistoryStore {
    /**
     * A step that a redemption took.
     *
     * @param by the client that took it further, or time, never a person
     */
    record Step(UUID redemptionId, Status status, Instant at, String by) {}

    /**
     * Points that went back.
     *
     * @param id also of the posting
     * @param minor money that the points had covered, in minor units
     */
    record Refund(UUID id, UUID redemptionId, long points, long minor, Instant at, String by) {}

    void add(Tx tx, Step step) {
        tx.update(
                """
                INSERT INTO redemption_step (redemption_id, status, taken_at, taken_by)
                VALUES (?, ?, ?, ?)
                """,
                step.redemptionId(),
                step.status(),
                step.at(),
                step.by());
    }

    void add(Tx tx, Refund refund) {
        tx.update(
                """
                INSERT INTO redemption_refund (id, redemption_id, points, money_minor, refunded_at,
                                               refunded_by)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
                refund.id(),
                refund.redemptionId(),
                refund.points(),
                refund.minor(),
                refund.at(),
                refund.by());
    }

    /** Postings that gave points of a redemption back, but for its cancellation. */
    List<UUID> refunds(Tx tx, UUID redemptionId) {
        return tx.query(
                "SELECT id FROM redemption_refund WHERE redemption_id = ?",
                row -> row.uuid("id"),
                redemptionId);
    }

    /** The steps of each of these redemptions, oldest first. */
    Map<UUID, List<Step>> steps(Tx tx, Collection<UUID> redemptionIds) {
        var steps = new HashMap<UUID, List<Step>>();
        tx.query(
                        """
                        SELECT redemption_id, status, taken_at, taken_by
                        FROM redemption_step
                        WHERE redemption_id = ANY (?)
                        ORDER BY taken_at, array_position(
                            ARRAY['RESERVED', 'ORDERED', 'FULFILLED', 'SHIPPED', 'DELIVERED',
                                  'CANCELLED'], status)
                        """,
                        row ->
                                new Step(
                                        row.uuid("redemption_id"),
                                        Status.valueOf(row.text("status")),
                                        row.instant("taken_at"),
                                        row.text("taken_by")),
                        (Object) redemptionIds.toArray(UUID[]::new))
                .forEach(
                        step ->
                                steps.computeIfAbsent(step.redemptionId(), id -> new ArrayList<>())
                                        .add(step));
        return steps;
    }
}
