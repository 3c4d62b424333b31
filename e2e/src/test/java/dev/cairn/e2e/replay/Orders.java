package dev.cairn.e2e.replay;

import dev.cairn.e2e.replay.Order.Bought;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Invoices by member, and the return lines matched to what was bought. */
final class Orders {

    private final Map<String, Order> byInvoice = new LinkedHashMap<>();
    private final Map<String, List<Bought>> shelves = new HashMap<>();
    private final Map<String, LocalDateTime> firstSeen = new HashMap<>();
    private long unmatchedPieces;

    static Orders of(List<FileRow> rows) {
        Orders orders = new Orders();
        rows.forEach(orders::take);
        return orders;
    }

    private void take(FileRow row) {
        if (!row.customer().isEmpty()) {
            firstSeen.putIfAbsent(row.customer(), row.at());
        }
        if (!row.isAcceptable()) {
            return;
        }
        List<Bought> shelf =
                shelves.computeIfAbsent(row.customer() + "/" + row.sku(), key -> new ArrayList<>());
        if (row.isReturn()) {
            giveBack(shelf, -row.quantity());
        } else {
            Bought line = new Bought(row);
            byInvoice
                    .computeIfAbsent(row.invoice(), no -> new Order(row.customer(), row.at()))
                    .lines
                    .add(line);
            shelf.add(line);
        }
    }

    private void giveBack(List<Bought> shelf, long pieces) {
        long open = pieces;
        for (int newest = shelf.size() - 1; newest >= 0 && open > 0; newest--) {
            long taken = Math.min(open, shelf.get(newest).left);
            shelf.get(newest).left -= taken;
            open -= taken;
        }
        unmatchedPieces += open;
    }

    /** All orders of each member, oldest first; members in the order of their ids. */
    Map<String, List<Order>> byMember() {
        Map<String, List<Order>> members = new TreeMap<>();
        byInvoice
                .values()
                .forEach(
                        order ->
                                members.computeIfAbsent(order.member, m -> new ArrayList<>())
                                        .add(order));
        members.values().forEach(list -> list.sort((a, b) -> a.at.compareTo(b.at)));
        return members;
    }

    /** When the member appears in the file for the first time, whatever the line says. */
    LocalDateTime firstSeen(String member) {
        return firstSeen.get(member);
    }

    long unmatchedPieces() {
        return unmatchedPieces;
    }
}
