package dev.cairn.ledger.expiry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.ledger.currency.Currency;
import dev.cairn.ledger.currency.ExpiryModel;
import dev.cairn.ledger.currency.PointsOf;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndingCalendarsTest {
    private static final Duration TEN_DAYS = Duration.ofDays(10);

    /** In Auckland the day begins 13 hours earlier. */
    private static final Currency FIXED =
            PointsOf.model(
                    new ExpiryModel.Calendar(
                            List.of(LocalDate.parse("2026-06-30"), LocalDate.parse("2026-12-31"))),
                    ZoneId.of("Pacific/Auckland"));

    @ParameterizedTest(name = "at {0}: {1}")
    @CsvSource({
        "2026-03-01T00:00:00Z, 0",
        "2026-12-21T10:59:59Z, 0",
        "2026-12-21T11:00:00Z, 1",
        "2026-12-31T11:00:00Z, 1",
        "2030-01-01T00:00:00Z, 1"
    })
    void aCalendarNeedsNewDaysBeforeItsLastOneIsOver(Instant now, int needing) {
        assertThat(EndingCalendars.among(List.of(FIXED), now, TEN_DAYS)).hasSize(needing);
    }

    @Test
    void otherModelsNeverEnd() {
        assertThat(
                        EndingCalendars.among(
                                List.of(Currency.named("points")),
                                Instant.MAX.minus(TEN_DAYS),
                                TEN_DAYS))
                .isEmpty();
    }
}
