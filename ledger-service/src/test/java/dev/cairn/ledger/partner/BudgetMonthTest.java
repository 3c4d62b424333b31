package dev.cairn.ledger.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When the month began of which a partner's budget is. */
class BudgetMonthTest {
    /** In Cairo clocks went from midnight to one on 24 April 2026; in Beirut on 29 March 2026. */
    @ParameterizedTest
    @CsvSource({
        "Africa/Cairo, 2026-04-23T21:59:59Z, 2026-03-31T22:00:00Z",
        "Africa/Cairo, 2026-04-24T12:00:00Z, 2026-03-31T22:00:00Z",
        "Africa/Cairo, 2026-04-25T12:00:00Z, 2026-03-31T22:00:00Z",
        "Asia/Beirut, 2026-03-29T12:00:00Z, 2026-02-28T22:00:00Z",
        "Europe/London, 2026-03-31T23:00:00Z, 2026-03-31T23:00:00Z",
        "Europe/London, 2026-03-31T22:59:59Z, 2026-03-01T00:00:00Z",
    })
    void itBeginsWithItsFirstDayWhateverClocksDo(ZoneId zone, Instant now, Instant start) {
        assertThat(PayWithPoints.startOfMonth(now, zone)).isEqualTo(start);
    }
}
