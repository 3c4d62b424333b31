package dev.cairn.ledger.books;

import dev.cairn.ledger.report.Csv;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the programme owes its members in one currency, by age, cohort or expiry. The total is the
 * sum of the rows and equals the balances.
 *
 * @param at the books are as they were recorded until then
 */
@Schema(name = "Liability")
public record LiabilityReport(String currency, Instant at, String by, List<Row> rows, Total total) {

    /**
     * Points that belong together.
     *
     * @param group days since they were earned ({@code 0-30}, {@code 31-90}, {@code 91-180}, {@code
     *     181-365}, {@code 366-}), a month ({@code 2026-03}), or {@code never}
     * @param oldest when the oldest of them were earned
     * @param lots how many lots they lie in
     */
    @Schema(name = "LiabilityRow")
    public record Row(
            String group, long active, long pending, long held, long lots, Instant oldest) {}

    /** All rows together. */
    @Schema(name = "LiabilityTotal")
    public record Total(long active, long pending, long held) {
        Total plus(Row row) {
            return new Total(active + row.active(), pending + row.pending(), held + row.held());
        }
    }

    static LiabilityReport of(String currency, Instant at, GroupBy by, List<Row> rows) {
        var total = new Total(0, 0, 0);
        for (var row : rows) {
            total = total.plus(row);
        }
        return new LiabilityReport(currency, at, by.name().toLowerCase(Locale.ROOT), rows, total);
    }

    String csv() {
        var csv =
                Csv.of(
                        List.of(
                                "currency",
                                "at",
                                "by",
                                "group",
                                "active",
                                "pending",
                                "held",
                                "lots",
                                "oldest"));
        for (var row : rows) {
            csv.line(
                    currency,
                    at,
                    by,
                    row.group(),
                    row.active(),
                    row.pending(),
                    row.held(),
                    row.lots(),
                    row.oldest());
        }
        return csv.toString();
    }
}
