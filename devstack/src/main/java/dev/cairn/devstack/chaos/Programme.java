package dev.cairn.devstack.chaos;

import dev.cairn.devstack.chaos.oracle.Account;
import dev.cairn.devstack.chaos.oracle.Rules;
import dev.cairn.devstack.chaos.oracle.Rules.Rate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * The currencies of a run: points, which can be given away and have a second person for
 * adjustments, and miles, of which a day's awards pay only so many. Each becomes the other at rates
 * that change while it runs.
 */
final class Programme {

    static final String MILES = "miles";

    /** Adjustments of more points than this wait for a second person. */
    static final long ALONE = 20;

    private static final long MILES_PER_DAY = 300;

    static final Rules RULES =
            new Rules(
                    ZoneId.of("Europe/London"),
                    Map.of(MILES, MILES_PER_DAY),
                    Duration.ofDays(7),
                    Load.STEP,
                    List.of(
                            rate(Account.POINTS, MILES, 0, 1, 3),
                            rate(Account.POINTS, MILES, 60, 2, 5),
                            rate(MILES, Account.POINTS, 0, 5, 2),
                            rate(MILES, Account.POINTS, 45, 7, 3)));

    private Programme() {}

    /** Writes it for the ledger and returns where it is. */
    static Path writeTo(Path folder) {
        try {
            Files.createDirectories(folder);
            return Files.writeString(folder.resolve("currencies.yaml"), text()).toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException("Could not write the currencies to " + folder, e);
        }
    }

    private static String text() {
        StringBuilder text =
                new StringBuilder(
                        """
                        currencies:
                          - id: points
                            zone: %1$s
                            transfers: { allowed: true, least: 1, most: 1000 }
                            holds: { longest: %2$s }
                            adjustments: { reasons: [goodwill], secondApproverAbove: %3$d }
                          - id: miles
                            zone: %1$s
                            caps:
                              - { id: daily, per: day, points: %4$d, action: clip }
                        conversions:
                        """
                                .formatted(
                                        RULES.zone(), RULES.longestHold(), ALONE, MILES_PER_DAY));
        for (String from : List.of(Account.POINTS, MILES)) {
            List<Rate> rates = RULES.rates().stream().filter(r -> r.from().equals(from)).toList();
            text.append("  - from: %s\n".formatted(from));
            text.append("    to: %s\n    rates:\n".formatted(rates.getFirst().to()));
            rates.forEach(rate -> text.append(line(rate)));
        }
        return text.toString();
    }

    private static String line(Rate rate) {
        return "      - { version: \"%s\", since: %s, numerator: %d, denominator: %d }\n"
                .formatted(rate.since(), rate.since(), rate.numerator(), rate.denominator());
    }

    private static Rate rate(String from, String to, long hours, long numerator, long denominator) {
        Instant since = Arena.FIRST_DAY.plus(Duration.ofHours(hours));
        return new Rate(from, to, since, numerator, denominator);
    }
}
