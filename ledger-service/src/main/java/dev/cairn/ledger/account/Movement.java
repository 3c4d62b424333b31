package dev.cairn.ledger.account;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What one posting moves between pots, and which lots it touches. Sums to zero by construction. */
public final class Movement {
    private final Map<Pot, Long> pots = new EnumMap<>(Pot.class);
    private final List<LotUse> uses = new ArrayList<>();

    /** Moves points from one pot to another. */
    public Movement move(long points, Pot from, Pot to) {
        if (points < 0) {
            throw new IllegalArgumentException("points to move must not be negative: " + points);
        }
        pots.merge(from, -points, Math::addExact);
        pots.merge(to, points, Math::addExact);
        return this;
    }

    /** Takes points out of a lot, or gives them back when negative. */
    public Movement use(Lot lot, LotUse.Kind kind, long points) {
        if (points != 0) {
            uses.add(new LotUse(lot.id(), kind, points));
        }
        return this;
    }

    /** What a pot gains. */
    public long net(Pot pot) {
        return pots.getOrDefault(pot, 0L);
    }

    List<Entry> entries() {
        return pots.entrySet().stream()
                .filter(pot -> pot.getValue() != 0)
                .map(pot -> new Entry(pot.getKey(), pot.getValue()))
                .toList();
    }

    List<LotUse> uses() {
        return List.copyOf(uses);
    }
}
