package dev.cairn.devstack.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What every member has bought of every article and not given back yet, oldest first. */
final class Shelves {

    private final Map<Place, List<Lot>> lots = new HashMap<>();

    private record Place(String member, String sku) {}

    private static final class Lot {
        private final String order;
        private final String line;
        private long left;

        Lot(String order, String line, long left) {
            this.order = order;
            this.line = line;
            this.left = left;
        }
    }

    /** Pieces of a line of an earlier order. */
    record Piece(String order, String line, long quantity) {}

    void put(String member, String sku, String order, String line, long quantity) {
        lots.computeIfAbsent(new Place(member, sku), place -> new ArrayList<>())
                .add(new Lot(order, line, quantity));
    }

    /** Takes pieces from the newest lines that have some left; fewer when there are not enough. */
    List<Piece> take(String member, String sku, long quantity) {
        List<Lot> mine = lots.getOrDefault(new Place(member, sku), List.of());
        List<Piece> taken = new ArrayList<>();
        long open = quantity;
        for (Lot lot : mine.reversed()) {
            long pieces = Math.min(open, lot.left);
            if (pieces > 0) {
                lot.left -= pieces;
                open -= pieces;
                taken.add(new Piece(lot.order, lot.line, pieces));
            }
        }
        return taken;
    }
}
