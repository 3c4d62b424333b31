package dev.cairn.devstack.replay;

import dev.cairn.devstack.replay.Shelves.Piece;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns lines into activities: one purchase for each invoice, and one return for each pair of a
 * {@code C} invoice and an order that it takes from. Their ids follow from the invoices' numbers,
 * so that the same file always makes the same activities.
 */
final class Matching {

    static final ZoneId ZONE = ZoneId.of("Europe/London");

    private final String currency;
    private final Tally tally;
    private final Shelves shelves = new Shelves();
    private final Map<String, String> memberOf = new HashMap<>();
    private final Map<String, Activity> open = new LinkedHashMap<>();

    Matching(String currency, Tally tally) {
        this.currency = currency;
        this.tally = tally;
    }

    /** Adds a line; it may belong to an invoice that has begun. */
    void add(SourceRow row) {
        tally.row();
        Optional<Reason> refusal = refusal(row);
        if (refusal.isPresent()) {
            tally.rejected(refusal.get());
        } else if (row.isReturn()) {
            takeBack(row);
        } else {
            sell(row);
        }
    }

    /**
     * The activities of all invoices so far, in the order of the file; later lines are new ones.
     */
    List<Activity> close() {
        List<Activity> done = new ArrayList<>(open.values());
        open.clear();
        return done;
    }

    private Optional<Reason> refusal(SourceRow row) {
        if (row.customer().isEmpty()) {
            return Optional.of(Reason.NO_CUSTOMER);
        }
        if (row.unitPrice() <= 0) {
            return Optional.of(Reason.PRICE_NOT_POSITIVE);
        }
        if (row.isReturn()) {
            return row.quantity() < 0
                    ? Optional.empty()
                    : Optional.of(Reason.RETURN_WITH_POSITIVE_QUANTITY);
        }
        if (row.quantity() <= 0) {
            return Optional.of(Reason.PURCHASE_WITH_NEGATIVE_QUANTITY);
        }
        String known = memberOf.putIfAbsent(row.invoice(), row.customer());
        if (known != null && !known.equals(row.customer())) {
            return Optional.of(Reason.INVOICE_OF_ANOTHER_MEMBER);
        }
        return known != null && !open.containsKey(row.invoice())
                ? Optional.of(Reason.INVOICE_ALREADY_PLAYED)
                : Optional.empty();
    }

    private void sell(SourceRow row) {
        Activity purchase =
                open.computeIfAbsent(
                        row.invoice(),
                        id -> {
                            tally.purchase();
                            return Activity.purchase(
                                    id,
                                    row.customer(),
                                    row.at().atZone(ZONE).toInstant(),
                                    currency);
                        });
        String line = purchase.sell(row.sku(), row.quantity(), row.unitPrice());
        shelves.put(row.customer(), row.sku(), row.invoice(), line, row.quantity());
    }

    private void takeBack(SourceRow row) {
        long wanted = -row.quantity();
        long matched = 0;
        for (Piece piece : shelves.take(row.customer(), row.sku(), wanted)) {
            matched += piece.quantity();
            open.computeIfAbsent(
                            row.invoice() + ":" + piece.order(),
                            id -> {
                                tally.returnActivity();
                                return Activity.returned(
                                        id,
                                        row.customer(),
                                        row.at().atZone(ZONE).toInstant(),
                                        piece.order());
                            })
                    .takeBack(piece.line(), piece.quantity());
        }
        tally.returned(matched, wanted - matched);
    }
}
