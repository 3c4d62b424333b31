package dev.cairn.e2e.replay;

import java.time.LocalDateTime;

/**
 * A line of a purchase file, as the shop wrote it.
 *
 * @param pence price of one piece in minor units
 */
record FileRow(
        String invoice, String sku, long quantity, LocalDateTime at, long pence, String customer) {

    boolean isReturn() {
        return invoice.startsWith("C");
    }

    /** Whether the file's rules let it count at all. */
    boolean isAcceptable() {
        return !customer.isEmpty() && pence > 0 && (isReturn() ? quantity < 0 : quantity > 0);
    }
}
