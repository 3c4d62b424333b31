package dev.cairn.ledger.account;

import java.time.Instant;
import java.util.List;

/**
 * What lots gave and can get back.
 *
 * @param uses what they gave, positive amounts
 * @param usedSince when their account was used from then on, in its order; where points do not
 *     slide, or did not leave their lots, that does not matter
 */
public record Taken(List<LotUse> uses, List<Instant> usedSince) {
    public Taken {
        uses = List.copyOf(uses);
        usedSince = List.copyOf(usedSince);
    }

    /** Reserved points are still in their lots: what moves these has moved them. */
    public static Taken reserved(List<LotUse> uses) {
        return new Taken(uses, List.of());
    }
}
