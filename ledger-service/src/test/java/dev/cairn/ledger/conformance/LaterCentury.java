package dev.cairn.ledger.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Plays the cases 400 years later, when the calendar is the same to the day: the clock of the
 * running service is beyond their dates already, and never turns back.
 */
final class LaterCentury {
    private static final long DAYS_OF_400_YEARS = 146_097;

    private LaterCentury() {}

    static Instant later(Instant instant) {
        return instant == null ? null : instant.plus(DAYS_OF_400_YEARS, ChronoUnit.DAYS);
    }

    static Instant original(Instant instant) {
        return instant == null ? null : instant.minus(DAYS_OF_400_YEARS, ChronoUnit.DAYS);
    }

    /** The currencies, with those of their dates that are fixed. */
    static Path currencies() {
        try {
            var file = Path.of("target", "conformance", "currencies-later.json").toAbsolutePath();
            Files.createDirectories(file.getParent());
            var later =
                    Suite.read(Suite.currencies())
                            .replaceAll("\"20(\\d\\d-\\d\\d-\\d\\d)", "\"24$1");
            return Files.writeString(file, later);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
