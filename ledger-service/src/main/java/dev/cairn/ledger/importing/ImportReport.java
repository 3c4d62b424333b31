package dev.cairn.ledger.importing;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What became of a file.
 *
 * @param dryRun whether all was tried and nothing kept
 * @param rows lines besides the header
 * @param imported new lines
 * @param known lines that were imported before, by this file or another one
 * @param failed lines that were left out; each has an error
 * @param points of the new lines, all currencies together
 * @param errors the first of them, by line
 */
public record ImportReport(
        boolean dryRun,
        long rows,
        long imported,
        long known,
        long failed,
        long points,
        List<LineError> errors) {
    /** Who has more errors than that has one reason for all of them. */
    private static final int SHOWN_ERRORS = 1_000;

    /**
     * Why a line was left out.
     *
     * @param line its number in the file
     * @param column name of the column; null when the line as a whole is wrong
     */
    public record LineError(int line, String column, String message) {}

    /**
     * What became of some lines.
     *
     * @param points of those that were imported
     */
    record Part(long imported, long known, long points, List<LineError> errors) {
        static final Part NOTHING = new Part(0, 0, 0, List.of());

        Part plus(Part other) {
            return new Part(
                    imported + other.imported,
                    known + other.known,
                    Math.addExact(points, other.points),
                    Stream.concat(errors.stream(), other.errors.stream()).toList());
        }
    }

    static ImportReport of(boolean dryRun, long rows, Part all) {
        var shown =
                all.errors().stream()
                        .sorted(Comparator.comparingInt(LineError::line))
                        .limit(SHOWN_ERRORS)
                        .toList();
        return new ImportReport(
                dryRun,
                rows,
                all.imported(),
                all.known(),
                all.errors().size(),
                all.points(),
                shown);
    }
}
