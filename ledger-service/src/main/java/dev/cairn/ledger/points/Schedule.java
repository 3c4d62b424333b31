package dev.cairn.ledger.points;

import dev.cairn.ledger.account.Account;
import dev.cairn.ledger.account.Lot;
import dev.cairn.ledger.points.PointsView.Expiry;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * When a member's active points run out; adds up to them.
 *
 * @param next the soonest days
 * @param later what runs out after those
 * @param never what never runs out
 */
record Schedule(List<Expiry> next, long later, long never) {
    private static final int SHOWN = 12;

    /**
     * @param account as it is now, with the lots that are not as they were last written
     * @param others when the points of all its other lots run out
     */
    static Schedule of(Account account, List<Expiry> others) {
        var points = new TreeMap<Instant, Long>(Comparator.nullsLast(Comparator.naturalOrder()));
        others.forEach(expiry -> points.merge(expiry.at(), expiry.points(), Long::sum));
        account.lots().stream()
                .filter(Lot::spendable)
                .forEach(lot -> points.merge(lot.expiresAt(), lot.free(), Long::sum));
        var never = points.getOrDefault(null, 0L);
        var dated =
                points.entrySet().stream()
                        .filter(entry -> entry.getKey() != null)
                        .map(entry -> new Expiry(entry.getKey(), entry.getValue()))
                        .toList();
        return new Schedule(
                dated.stream().limit(SHOWN).toList(),
                dated.stream().skip(SHOWN).mapToLong(Expiry::points).sum(),
                never);
    }
}
