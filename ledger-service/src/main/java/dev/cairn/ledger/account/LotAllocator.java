package dev.cairn.ledger.account;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Decides which lots pay: what runs out first goes first. */
public final class LotAllocator {
    private LotAllocator() {}

    /** Points to take from a lot. */
    public record Take(Lot lot, long points) {}

    /** Takes up to this many points from the spendable ones of these lots. */
    public static List<Take> take(long points, Collection<Lot> lots) {
        var takes = new ArrayList<Take>();
        var left = points;
        for (var lot : lots.stream().filter(Lot::spendable).sorted(Lot.SPENDING_ORDER).toList()) {
            if (left == 0) {
                break;
            }
            var taken = Math.min(left, lot.free());
            takes.add(new Take(lot, taken));
            left -= taken;
        }
        return takes;
    }
}
