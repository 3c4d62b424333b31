package dev.cairn.ledger.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskedTimeTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2026-03-29T12:00:00Z");

    private static Instant asked(String text) {
        return AskedTime.notAfter(NOW, BERLIN, "at", text);
    }

    @Test
    void aDayMeansItsEndInTheZoneAlsoWhenItHas23Hours() {
        assertThat(asked("2026-03-28")).isEqualTo("2026-03-28T22:59:59.999999Z");
        assertThat(asked("2026-03-29")).isEqualTo(NOW);
        assertThat(asked(null)).isEqualTo(NOW);
        assertThat(asked("2026-03-01T00:00:00Z")).isEqualTo("2026-03-01T00:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-30",
                "2026-03-29T12:00:00.001Z",
                "yesterday",
                "2026-02-30",
                "1969-12-31",
                "-5000-01-01T00:00:00Z"
            })
    void whatLiesInTheFutureOutsideTheEraOrIsNoTimeIsRefused(String text) {
        assertThatThrownBy(() -> asked(text)).hasMessageStartingWith("at ");
    }
}
