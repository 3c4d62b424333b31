package dev.cairn.ledger.points;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.cairn.contracts.RewardEvent.AwardCategory;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One line of a member's history.
 *
 * @param points with its sign
 * @param version its place in the history
 */
public record PointsEntry(
        UUID id,
        @Schema(
                        enumeration = {
                            "earned",
                            "activated",
                            "redeemed",
                            "reversed",
                            "expired",
                            "redemption-cancelled",
                            "expiry-cancelled",
                            "held",
                            "hold-released",
                            "hold-captured",
                            "transferred-out",
                            "transferred-in",
                            "converted-out",
                            "converted-in",
                            "adjusted-up",
                            "adjusted-down",
                            "imported",
                            "reinstated",
                            "forfeited"
                        })
                String kind,
        long points,
        long balanceAfter,
        Instant occurredAt,
        Instant recordedAt,
        AwardCategory category,
        String reason,
        String awardId,
        UUID redemptionId,
        @JsonIgnore long version) {}
