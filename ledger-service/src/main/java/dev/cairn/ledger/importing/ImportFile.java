package dev.cairn.ledger.importing;

import dev.cairn.kit.problem.KitProblem;
import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.importing.ImportReport.LineError;
import dev.cairn.ledger.report.CsvLines;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;

/**
 * A file as it was sent, line by line.
 *
 * @param size lines besides the header
 * @param rows that can be imported, each reference once
 * @param known lines that say again what an earlier one said
 * @param errors of the other lines
 */
record ImportFile(int size, List<ImportRow> rows, int known, List<LineError> errors) {

    /**
     * Reads a file.
     *
     * @throws Problem if it is no table, or its header names other columns
     */
    static ImportFile read(byte[] body, RowReader reader) {
        var lines = lines(text(body));
        if (lines.isEmpty()) {
            throw invalid(1, "The file is empty; its first line names the columns.");
        }
        var header = lines.getFirst().fields().stream().map(String::strip).toList();
        checkHeader(header);
        return read(header, lines.subList(1, lines.size()), reader);
    }

    private static ImportFile read(
            List<String> header, List<CsvLines.Line> lines, RowReader reader) {
        var rows = new ArrayList<ImportRow>();
        var errors = new ArrayList<LineError>();
        var first = new HashMap<String, ImportRow>();
        var known = 0;
        for (var line : lines) {
            try {
                var row = reader.read(header, line);
                var before = first.putIfAbsent(row.reference(), row);
                if (before == null) {
                    rows.add(row);
                } else if (before.content().equals(row.content())) {
                    known++;
                } else {
                    errors.add(otherContent(row.line(), "line " + before.line()));
                }
            } catch (RowReader.BadField bad) {
                errors.add(new LineError(line.number(), bad.column(), bad.getMessage()));
            }
        }
        return new ImportFile(lines.size(), rows, known, errors);
    }

    /** The error of a line whose reference has other content elsewhere. */
    static LineError otherContent(int line, String elsewhere) {
        return new LineError(line, "reference", "was used with other content, by " + elsewhere);
    }

    private static void checkHeader(List<String> header) {
        var missing = new ArrayList<>(RowReader.REQUIRED);
        missing.removeAll(header);
        if (!missing.isEmpty()) {
            throw invalid(1, "The header does not name " + String.join(", ", missing) + ".");
        }
        var unknown = new ArrayList<>(header);
        unknown.removeAll(RowReader.REQUIRED);
        unknown.removeAll(RowReader.OPTIONAL);
        if (!unknown.isEmpty() || new HashSet<>(header).size() < header.size()) {
            throw invalid(
                    1,
                    "The header names columns that are not known here, or one twice; there are "
                            + String.join(", ", RowReader.REQUIRED)
                            + ", "
                            + String.join(", ", RowReader.OPTIONAL)
                            + ".");
        }
    }

    private static List<CsvLines.Line> lines(String text) {
        try {
            return CsvLines.of(text);
        } catch (CsvLines.Malformed malformed) {
            throw invalid(
                    malformed.line(),
                    "The file is no table: in line %d, %s."
                            .formatted(malformed.line(), malformed.getMessage()));
        }
    }

    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException e) {
            throw invalid(1, "The file is not in UTF-8.");
        }
    }

    private static Problem invalid(int line, String what) {
        return Problem.of(KitProblem.INVALID_REQUEST, what).with("line", line);
    }
}
