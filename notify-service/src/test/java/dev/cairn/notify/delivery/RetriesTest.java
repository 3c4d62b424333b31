package dev.cairn.notify.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetriesTest {

    @Test
    void pausesGrowUntilSixHours() {
        assertThat(Retries.delay(1)).isEqualTo(Duration.ofMinutes(5));
        assertThat(Retries.delay(2)).isEqualTo(Duration.ofSeconds(390));
        assertThat(Retries.delay(3)).isEqualTo(Duration.ofSeconds(507));
        assertThat(Retries.delay(1000)).isEqualTo(Duration.ofHours(6));
    }
}
