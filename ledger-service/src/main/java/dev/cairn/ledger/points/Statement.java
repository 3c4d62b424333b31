package dev.cairn.ledger.points;

import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.report.Csv;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What was recorded on some days, between where the account stood before and after. Days count by
 * when the ledger learnt of something: a statement, once given, never changes.
 *
 * @param from first day, in the currency's zone
 * @param to last day
 */
public record Statement(
        String member,
        String currency,
        LocalDate from,
        LocalDate to,
        Stand opening,
        List<Line> lines,
        Stand closing) {

    /**
     * One posting.
     *
     * @param points what it is about, with its sign
     * @param change how far it moved each part of the account
     */
    public record Line(
            UUID id,
            String kind,
            long points,
            String reason,
            Instant occurredAt,
            Instant recordedAt,
            Stand change) {}

    /** The account stands, afterwards, where the lines led. */
    static Statement of(
            AccountId id, LocalDate from, LocalDate to, Stand opening, List<Line> lines) {
        var closing = lines.stream().map(Line::change).reduce(opening, Stand::plus);
        return new Statement(
                id.memberId(), id.currency(), from, to, opening, List.copyOf(lines), closing);
    }

    /** As a table: opening balance, lines with the balance after each, closing balance. */
    String csv() {
        var csv =
                Csv.of(
                        List.of(
                                "recordedAt",
                                "occurredAt",
                                "kind",
                                "points",
                                "reason",
                                "balance",
                                "pending",
                                "held",
                                "id"));
        add(csv, "opening-balance", opening);
        var stand = opening;
        for (var line : lines) {
            stand = stand.plus(line.change());
            csv.line(
                    line.recordedAt(),
                    line.occurredAt(),
                    line.kind(),
                    line.points(),
                    line.reason(),
                    stand.balance(),
                    stand.pending(),
                    stand.held(),
                    line.id());
        }
        add(csv, "closing-balance", closing);
        return csv.toString();
    }

    private static void add(Csv csv, String kind, Stand stand) {
        csv.line(
                null, null, kind, null, null, stand.balance(), stand.pending(), stand.held(), null);
    }
}
