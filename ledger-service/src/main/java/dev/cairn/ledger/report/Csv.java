package dev.cairn.ledger.report;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A table as RFC 4180 writes it, with a header. Text that a spreadsheet would take for a formula
 * gets an apostrophe in front.
 */
public final class Csv {
    /** The media type. */
    public static final String TYPE = "text/csv";

    private static final Pattern SPECIAL = Pattern.compile("[\",\r\n]");
    private static final Pattern FORMULA = Pattern.compile("[=+\\-@\t\r].*", Pattern.DOTALL);

    private final StringBuilder text = new StringBuilder();

    private Csv() {}

    /** A table with these columns and no line yet. */
    public static Csv of(List<String> columns) {
        return new Csv().line(columns.toArray());
    }

    /** Adds a line; null is an empty field. */
    public Csv line(Object... fields) {
        for (var i = 0; i < fields.length; i++) {
            text.append(i == 0 ? "" : ",").append(field(fields[i]));
        }
        text.append("\r\n");
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private static String field(Object value) {
        return switch (value) {
            case null -> "";
            case Number number -> number.toString();
            default -> quoted(value.toString());
        };
    }

    private static String quoted(String value) {
        var safe = FORMULA.matcher(value).matches() ? "'" + value : value;
        return SPECIAL.matcher(safe).find() ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
