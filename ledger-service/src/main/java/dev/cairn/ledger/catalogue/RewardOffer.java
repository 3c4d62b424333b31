package dev.cairn.ledger.catalogue;

import dev.cairn.ledger.catalogue.Payment.Rate;
import java.time.Instant;
import java.util.List;

/**
 * A reward as it is shown to somebody.
 *
 * @param title in the language that fits best
 * @param description the same; null when there is none
 * @param price points that this member pays; null when there is no price for the member
 * @param currency of the price, or of the points that pay
 * @param payment what points are worth now; null for all that is no payment
 * @param stock null when there is no limit
 * @param available whether the member gets it who has the points
 * @param reason why it is not available; null when it is
 * @param missing points that the member lacks; null for those who have no points
 * @param opensAt when its time comes
 * @param closesAt when its time ends
 * @param againAt when the member may have it again
 * @param autoRedeem from when on a standing order takes it; null when there are none of it
 */
public record RewardOffer(
        String id,
        RewardType type,
        String title,
        String description,
        List<String> images,
        Long price,
        String currency,
        Rate payment,
        Long stock,
        boolean available,
        String reason,
        Long missing,
        Instant opensAt,
        Instant closesAt,
        Instant againAt,
        AutoRedeem autoRedeem) {}
