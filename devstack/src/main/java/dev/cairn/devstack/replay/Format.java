package dev.cairn.devstack.replay;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The purchase files that can be replayed; each with its currency. */
public enum Format {
    /** UCI "Online Retail": quoted comma-separated lines of invoices, in pounds. */
    ONLINE_RETAIL("GBP", CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get()) {
        @Override
        SourceRow row(CSVRecord cells) {
            return new SourceRow(
                    cells.get("InvoiceNo"),
                    cells.get("StockCode"),
                    Long.parseLong(cells.get("Quantity")),
                    LocalDateTime.parse(cells.get("InvoiceDate"), SECONDS),
                    minorUnits(cells.get("UnitPrice")),
                    cells.get("CustomerID"),
                    cells.get("Country"));
        }
    },
    /**
     * The CDNOW sample: one purchase a line, in dollars, columns between blanks. It knows days, not
     * hours, and the sum, not its lines: each purchase is one line of one piece at noon.
     */
    CDNOW(
            "USD",
            CSVFormat.DEFAULT
                    .builder()
                    .setDelimiter(' ')
                    .setIgnoreSurroundingSpaces(true)
                    .setTrim(true)
                    .get()) {
        @Override
        SourceRow row(CSVRecord line) {
            String[] cells = line.stream().filter(c -> !c.isEmpty()).toArray(String[]::new);
            return new SourceRow(
                    "cd-" + line.getRecordNumber(),
                    "CD",
                    1,
                    LocalDate.parse(cells[2], DateTimeFormatter.BASIC_ISO_DATE)
                            .atTime(LocalTime.NOON),
                    minorUnits(cells[4]),
                    cells[1],
                    "");
        }
    };

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final String currency;
    private final CSVFormat csv;

    Format(String currency, CSVFormat csv) {
        this.currency = currency;
        this.csv = csv;
    }

    /** {@code online-retail} or {@code cdnow}. */
    public static Format named(String label) {
        for (Format format : values()) {
            if (format.label().equals(label)) {
                return format;
            }
        }
        throw new IllegalArgumentException(
                "FORMAT is \"" + label + "\"; there are online-retail and cdnow.");
    }

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String currency() {
        return currency;
    }

    /** Otherwise the file is sorted by member. */
    private boolean isInTimeOrder() {
        return this == ONLINE_RETAIL;
    }

    abstract SourceRow row(CSVRecord cells);

    /** Hands over the rows in the order of time; a file that is sorted otherwise is kept whole. */
    void read(Path file, Consumer<SourceRow> reader) {
        try (BufferedReader text = open(file)) {
            Stream<SourceRow> rows = csv.parse(text).stream().map(this::row);
            (isInTimeOrder() ? rows : rows.sorted(Comparator.comparing(SourceRow::at)))
                    .forEachOrdered(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read " + file, e);
        }
    }

    private static BufferedReader open(Path file) throws IOException {
        InputStream raw = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
    }

    /** Exact, whatever number of decimals the file writes; a part of a penny is refused. */
    static long minorUnits(String amount) {
        return new BigDecimal(amount).movePointRight(2).longValueExact();
    }
}
