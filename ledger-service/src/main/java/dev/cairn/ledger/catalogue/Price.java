package dev.cairn.ledger.catalogue;

import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.membership.Groups;
import java.util.Collections;
import java.util.List;

/**
 * What some members pay.
 *
 * @param currency of the points; {@code points} when it is left out
 * @param points from 1
 * @param tiers who is in one of them; empty for everybody
 * @param segments who is in one of them; empty for everybody
 */
public record Price(String currency, Long points, List<String> tiers, List<String> segments) {
    public Price {
        currency = currency == null ? AccountId.POINTS : currency;
        tiers = tiers == null ? List.of() : List.copyOf(tiers);
        segments = segments == null ? List.of() : List.copyOf(segments);
    }

    /** A price for everybody, in the default currency. */
    public static Price of(long points) {
        return new Price(null, points, null, null);
    }

    /** Whether everybody may pay it. */
    public boolean forEverybody() {
        return tiers.isEmpty() && segments.isEmpty();
    }

    /** Whether this member may pay it: in one of the tiers and in one of the segments. */
    public boolean isFor(Groups groups) {
        return (tiers.isEmpty() || groups.tier() != null && tiers.contains(groups.tier()))
                && (segments.isEmpty() || !Collections.disjoint(segments, groups.segments()));
    }
}
