package dev.cairn.e2e.replay;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** One invoice of one member, with what is left of it after returns. */
final class Order {

    final String member;
    final LocalDateTime at;
    final List<Bought> lines = new ArrayList<>();

    Order(String member, LocalDateTime at) {
        this.member = member;
        this.at = at;
    }

    /** A line; {@code left} shrinks when pieces come back. */
    static final class Bought {
        final String sku;
        final long quantity;
        final long pence;
        long left;

        Bought(FileRow row) {
            this.sku = row.sku();
            this.quantity = row.quantity();
            this.pence = row.pence();
            this.left = row.quantity();
        }
    }

    LocalDate day() {
        return at.toLocalDate();
    }

    long gross() {
        return lines.stream().mapToLong(line -> line.quantity * line.pence).sum();
    }

    long net() {
        return lines.stream().mapToLong(line -> line.left * line.pence).sum();
    }

    boolean counts() {
        return net() > 0;
    }
}
