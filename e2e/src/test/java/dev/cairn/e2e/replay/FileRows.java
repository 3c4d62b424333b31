package dev.cairn.e2e.replay;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Reads purchase files in its own way. */
final class FileRows {

    private static final DateTimeFormatter SHOP_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private FileRows() {}

    /** Quoted comma-separated values below a line of names. */
    static List<FileRow> onlineRetail(Path file) throws IOException {
        List<FileRow> rows = new ArrayList<>();
        for (String line : lines(file).stream().skip(1).toList()) {
            List<String> cells = cells(line);
            rows.add(
                    new FileRow(
                            cells.get(0),
                            cells.get(1),
                            Long.parseLong(cells.get(3)),
                            LocalDateTime.parse(cells.get(4), SHOP_TIME),
                            minorUnits(cells.get(5)),
                            cells.get(6)));
        }
        return rows;
    }

    /** Columns of blanks: master id, sample id, date, number of CDs, dollars; one order a line. */
    static List<FileRow> cdnow(Path file) throws IOException {
        List<FileRow> rows = new ArrayList<>();
        for (String line : lines(file)) {
            String[] cells = line.strip().split("\\s+");
            rows.add(
                    new FileRow(
                            "cd-" + (rows.size() + 1),
                            "CD",
                            1,
                            LocalDate.parse(cells[2], DateTimeFormatter.BASIC_ISO_DATE)
                                    .atTime(12, 0),
                            minorUnits(cells[4]),
                            cells[1]));
        }
        return rows;
    }

    private static List<String> lines(Path file) throws IOException {
        try (InputStream raw = Files.newInputStream(file);
                InputStream plain =
                        file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader reader =
                        new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.isBlank()).toList();
        }
    }

    /** Splits at commas outside quotes; a doubled quote inside quotes is one quote. */
    static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    private static long minorUnits(String amount) {
        return new BigDecimal(amount).movePointRight(2).longValueExact();
    }
}
