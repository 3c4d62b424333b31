package dev.cairn.chart;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The table of all values, made from values.yaml and its comments. */
final class ValuesTable {
    private static final Pattern KEY = Pattern.compile("^( *)([A-Za-z]+):(?: (.*))?$");

    private final List<Row> rows = new ArrayList<>();
    private final ArrayDeque<String> path = new ArrayDeque<>();
    private String comment = "";

    /**
     * One value.
     *
     * @param key its full name
     * @param value its default; empty for maps that are described key by key
     * @param text what it means; empty if values.yaml does not say
     */
    record Row(String key, String value, String text) {}

    static List<Row> of(List<String> lines) {
        var table = new ValuesTable();
        lines.forEach(table::read);
        return table.rows;
    }

    /** The table in Markdown. */
    static String markdown(List<Row> rows) {
        var text = new StringBuilder("| key | default | meaning |\n|---|---|---|\n");
        for (var row : rows) {
            if (!row.text().isEmpty()) {
                var value = row.value().isEmpty() ? "" : "`" + row.value() + "`";
                text.append("| `%s` | %s | %s |%n".formatted(row.key(), value, row.text()));
            }
        }
        return text.toString();
    }

    private void read(String line) {
        var key = KEY.matcher(line);
        if (line.strip().startsWith("# -- ")) {
            comment = line.strip().substring(5);
        } else if (key.matches()) {
            while (path.size() > key.group(1).length() / 2) {
                path.removeLast();
            }
            path.addLast(key.group(2));
            var value = key.group(3) == null ? "" : key.group(3);
            rows.add(new Row(String.join(".", path), value, comment));
            comment = "";
        }
    }
}
