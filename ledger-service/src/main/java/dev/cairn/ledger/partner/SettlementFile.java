package dev.cairn.ledger.partner;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A settlement as comma-separated values (RFC 4180): a header, its lines with signs, and the
 * programme's line against them, so that points and amounts sum to zero.
 */
final class SettlementFile {
    private static final List<String> HEADER =
            List.of(
                    "settlement",
                    "day",
                    "kind",
                    "line",
                    "hold",
                    "reference",
                    "points",
                    "amount_minor",
                    "currency");

    private SettlementFile() {}

    static String of(Settlement settlement, List<Line> lines) {
        return Stream.of(
                        Stream.of(HEADER),
                        lines.stream().map(line -> row(settlement, line)),
                        Stream.of(counter(settlement)))
                .flatMap(rows -> rows)
                .map(SettlementFile::text)
                .collect(Collectors.joining());
    }

    private static List<String> row(Settlement settlement, Line line) {
        var sign = line.what().sign();
        return List.of(
                Long.toString(settlement.number()),
                line.day().toString(),
                line.kind(),
                line.id().toString(),
                line.hold().toString(),
                line.reference(),
                Long.toString(sign * line.points()),
                Long.toString(sign * line.amountMinor()),
                settlement.moneyCurrency());
    }

    private static List<String> counter(Settlement settlement) {
        return List.of(
                Long.toString(settlement.number()),
                settlement.to().minusDays(1).toString(),
                "programme",
                "",
                "",
                "",
                Long.toString(-settlement.points()),
                Long.toString(-settlement.amountMinor()),
                settlement.moneyCurrency());
    }

    private static String text(List<String> row) {
        return row.stream().map(SettlementFile::field).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String field(String value) {
        var plain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}
