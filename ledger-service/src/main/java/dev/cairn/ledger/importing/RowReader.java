package dev.cairn.ledger.importing;

import dev.cairn.kit.access.MemberId;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.calendar.Era;
import dev.cairn.ledger.currency.Currencies;
import dev.cairn.ledger.currency.Currency;
import dev.cairn.ledger.currency.ExpiryDay;
import dev.cairn.ledger.currency.ExpiryModel;
import dev.cairn.ledger.report.CsvLines;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Understands one line of a file, or says which of its columns is wrong. */
final class RowReader {
    static final List<String> REQUIRED = List.of("reference", "memberId", "points");
    static final List<String> OPTIONAL =
            List.of("currency", "earnedAt", "activeFrom", "expiresAt", "priority");

    private static final String NEVER = "never";
    private static final Pattern REFERENCE = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final long MOST_POINTS = 1_000_000_000_000L;
    private static final Pattern PRIORITY = Pattern.compile("-?[0-9]{1,3}");

    private final Function<String, Optional<Currency>> currencies;
    private final Instant now;

    /** Reads lines as of an instant. */
    RowReader(Currencies currencies, Instant now) {
        this(currencies::find, now);
    }

    RowReader(Function<String, Optional<Currency>> currencies, Instant now) {
        this.currencies = currencies;
        this.now = now;
    }

    /** What is wrong with a line; the message has no value of it. */
    static final class BadField extends Exception {
        private static final long serialVersionUID = 1L;
        private final String column;

        private BadField(String column, String message) {
            super(message, null, false, false);
            this.column = column;
        }

        String column() {
            return column;
        }
    }

    ImportRow read(List<String> header, CsvLines.Line line) throws BadField {
        if (line.fields().size() != header.size()) {
            throw new BadField(
                    null,
                    "has %d fields, the header %d".formatted(line.fields().size(), header.size()));
        }
        var said = new HashMap<String, String>();
        for (var i = 0; i < header.size(); i++) {
            said.put(header.get(i), line.fields().get(i).strip());
        }
        var currency = currency(said.getOrDefault("currency", ""));
        var reference = said.get("reference");
        check(
                REFERENCE.matcher(reference).matches(),
                "reference",
                "takes 1 to 200 visible ASCII characters");
        check(MemberId.valid(said.get("memberId")), "memberId", "has a form that no member has");
        var points = points(said.get("points"));
        var earnedAt = time("earnedAt", said, currency, 0);
        var earned = earnedAt == null ? now : earnedAt;
        check(!earned.isAfter(now), "earnedAt", "must not lie in the future");
        var activeFrom = time("activeFrom", said, currency, 0);
        var dated = !said.getOrDefault("expiresAt", "").isEmpty();
        var expiresAt = expiry(said, currency, earned);
        check(expiresAt == null || expiresAt.isAfter(now), "expiresAt", "is over already");
        check(
                expiresAt == null || activeFrom == null || expiresAt.isAfter(activeFrom),
                "expiresAt",
                "must lie after activeFrom");
        return new ImportRow(
                line.number(),
                hash(reference),
                hash(content(said)),
                new AccountId(said.get("memberId"), currency.id()),
                points,
                earned,
                activeFrom,
                expiresAt,
                !dated && currency.expiry() instanceof ExpiryModel.Sliding,
                priority(said.getOrDefault("priority", "")));
    }

    private Currency currency(String id) throws BadField {
        var found = currencies.apply(id.isEmpty() ? AccountId.POINTS : id);
        check(found.isPresent(), "currency", "is not one that there is");
        return found.orElseThrow();
    }

    private static long points(String text) throws BadField {
        try {
            var points = Long.parseLong(text);
            check(
                    points > 0 && points <= MOST_POINTS,
                    "points",
                    "must be from 1 to " + MOST_POINTS);
            return points;
        } catch (NumberFormatException e) {
            throw new BadField("points", "is not a whole number");
        }
    }

    private static int priority(String text) throws BadField {
        check(
                text.isEmpty() || PRIORITY.matcher(text).matches(),
                "priority",
                "must be a whole number from -999 to 999");
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    private Instant expiry(Map<String, String> said, Currency currency, Instant earned)
            throws BadField {
        var text = said.getOrDefault("expiresAt", "");
        if (text.equals(NEVER)) {
            return null;
        }
        return text.isEmpty()
                ? ExpiryDay.after(currency.expiry(), currency.zone(), earned)
                : time("expiresAt", said, currency, 1);
    }

    /** An instant, or the beginning of a day, or of a later one; null when nothing is said. */
    private static Instant time(
            String column, Map<String, String> said, Currency currency, int daysLater)
            throws BadField {
        var text = said.getOrDefault(column, "");
        try {
            if (text.isEmpty()) {
                return null;
            }
            return text.length() == 10
                    ? Era.day(text).plusDays(daysLater).atStartOfDay(currency.zone()).toInstant()
                    : Era.instant(text).truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeParseException e) {
            throw new BadField(
                    column, "is neither a day (2026-03-01) nor an instant (2026-03-01T12:00:00Z)");
        } catch (DateTimeException outside) {
            throw new BadField(column, outside.getMessage());
        }
    }

    private static void check(boolean right, String column, String message) throws BadField {
        if (!right) {
            throw new BadField(column, message);
        }
    }

    private static String content(Map<String, String> said) {
        var content = new StringBuilder();
        for (var column :
                List.of("memberId", "currency", "points", "earnedAt", "activeFrom", "expiresAt")) {
            content.append(said.getOrDefault(column, "")).append('\n');
        }
        if (!said.getOrDefault("priority", "").isEmpty()) {
            content.append(said.get("priority")).append('\n');
        }
        return content.toString();
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
