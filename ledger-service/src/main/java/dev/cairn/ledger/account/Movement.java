package dev.cairn.ledger.account;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What one posting moves between pots, and which lots it touches. Sums to zero by construction. */
public final class Movement {
    private final Map<Pot, Long> pots = new EnumMap<>(Pot.class);
    private final Map<Touched, Long> uses = new LinkedHashMap<>();

    private record Touched(UUID lotId, LotUse.Kind kind) {}

    /** Moves points from one pot to another. */
    public Movement move(long points, Pot from, Pot to) {
        if (points < 0) {
            throw new IllegalArgumentException("points to move must not be negative: " + points);
        }
        pots.merge(from, -points, Math::addExact);
        pots.merge(to, points, Math::addExact);
        return this;
    }

    /** Takes points out of a lot, or gives them back when negative; one line per lot and kind. */
    public Movement use(Lot lot, LotUse.Kind kind, long points) {
        uses.merge(new Touched(lot.id(), kind), points, Math::addExact);
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
        return uses.entrySet().stream()
                .filter(use -> use.getValue() != 0)
                .map(use -> new LotUse(use.getKey().lotId(), use.getKey().kind(), use.getValue()))
                .toList();
    }
}
