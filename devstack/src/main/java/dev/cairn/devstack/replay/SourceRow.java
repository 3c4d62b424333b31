package dev.cairn.devstack.replay;

import java.time.LocalDateTime;

/**
 * One line of a purchase file.
 *
 * @param unitPrice of one piece, in minor units
 * @param customer empty when the shop did not know who bought
 * @param country as the shop wrote it; may be empty
 */
record SourceRow(
        String invoice,
        String sku,
        long quantity,
        LocalDateTime at,
        long unitPrice,
        String customer,
        String country) {

    boolean isReturn() {
        return invoice.startsWith("C");
    }
}
