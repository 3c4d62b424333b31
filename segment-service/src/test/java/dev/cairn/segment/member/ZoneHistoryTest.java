package dev.cairn.segment.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ZoneHistoryTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant APRIL = Instant.parse("2026-04-01T00:00:00Z");

    private final ZoneHistory moved =
            new ZoneHistory(List.of()).moved(MARCH, BERLIN).moved(APRIL, TOKYO);

    @Test
    void theZoneInForceThenCounts() {
        assertThat(moved.at(APRIL.minusNanos(1), LONDON)).isEqualTo(BERLIN);
        assertThat(moved.at(APRIL, LONDON)).isEqualTo(TOKYO);
    }

    @Test
    void theFirstZoneCoversAllTimeBefore() {
        assertThat(moved.at(Instant.parse("2000-01-01T00:00:00Z"), LONDON)).isEqualTo(BERLIN);
    }

    @Test
    void withoutAProfileTheProgrammesZoneCounts() {
        assertThat(new ZoneHistory(List.of()).at(MARCH, LONDON)).isEqualTo(LONDON);
    }

    @Test
    void stayingIsNoMove() {
        assertThat(moved.moved(APRIL.plusSeconds(1), TOKYO)).isSameAs(moved);
    }
}
