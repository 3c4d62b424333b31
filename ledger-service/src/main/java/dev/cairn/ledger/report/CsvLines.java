package dev.cairn.ledger.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads a table as RFC 4180 writes it; lines may also end with a line feed alone. A line keeps the
 * number that an editor shows for its beginning.
 */
public final class CsvLines {
    private final String text;
    private final List<Line> lines = new ArrayList<>();
    private int at;
    private int number = 1;

    private CsvLines(String text) {
        this.text = text;
    }

    /**
     * A line.
     *
     * @param number counts from 1
     */
    public record Line(int number, List<String> fields) {
        public Line {
            fields = List.copyOf(fields);
        }
    }

    /** A quotation that does not end, or does not begin where a field does. */
    public static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int line;

        private Malformed(int line, String message) {
            super(message, null, false, false);
            this.line = line;
        }

        public int line() {
            return line;
        }
    }

    /**
     * All lines that are not empty.
     *
     * @throws Malformed if the text is no table
     */
    public static List<Line> of(String text) {
        return new CsvLines(text.startsWith("\uFEFF") ? text.substring(1) : text).read();
    }

    private List<Line> read() {
        while (at < text.length()) {
            var begin = number;
            var fields = fields();
            if (fields.size() > 1 || !fields.getFirst().isBlank()) {
                lines.add(new Line(begin, fields));
            }
        }
        return lines;
    }

    private List<String> fields() {
        var fields = new ArrayList<String>();
        fields.add(field());
        while (at < text.length() && text.charAt(at) == ',') {
            at++;
            fields.add(field());
        }
        endLine();
        return fields;
    }

    private String field() {
        if (at < text.length() && text.charAt(at) == '"') {
            return quoted();
        }
        var begin = at;
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            if (text.charAt(at) == '"') {
                throw new Malformed(number, "a quotation mark stands within a field");
            }
            at++;
        }
        return text.substring(begin, at);
    }

    private String quoted() {
        var begin = number;
        var field = new StringBuilder();
        at++;
        while (at < text.length()) {
            var c = text.charAt(at++);
            if (c == '"') {
                if (at >= text.length() || text.charAt(at) != '"') {
                    return field.toString();
                }
                at++;
            }
            number += c == '\n' ? 1 : 0;
            field.append(c);
        }
        throw new Malformed(begin, "a quotation does not end");
    }

    private void endLine() {
        if (at < text.length() && text.charAt(at) == '\r') {
            at++;
        }
        if (at < text.length() && text.charAt(at) != '\n') {
            throw new Malformed(number, "something follows a quotation");
        }
        at++;
        number++;
    }
}
