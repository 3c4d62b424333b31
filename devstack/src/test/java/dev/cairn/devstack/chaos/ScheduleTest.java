package dev.cairn.devstack.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.devstack.console.Arguments;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    @Test
    void theSameSeedGivesTheSameSchedule() {
        assertThat(schedule(7, 50)).isEqualTo(schedule(7, 50));
        assertThat(schedule(7, 50)).isNotEqualTo(schedule(8, 50));
    }

    @Test
    void everyKindOfFaultHasItsTurnAndTheKillsAreThoseAskedFor() {
        for (int kills : new int[] {ChaosOptions.FEWEST_KILLS, 12, 50, 200}) {
            Schedule schedule = schedule(1, kills);

            assertThat(schedule.byFault()).containsOnlyKeys(Fault.values());
            assertThat(schedule.kills()).isEqualTo(kills);
        }
    }

    @Test
    void optionsComeFromTheCommandLineOrTheEnvironment() {
        Arguments words = Arguments.parse("chaos", "--kills", "12");

        assertThat(ChaosOptions.of(words, Map.of("KILLS", "60", "SEED", "0x10")))
                .isEqualTo(new ChaosOptions(16, 12, 24));
    }

    @Test
    void refusesFewerKillsThanKindsAndWordsThatAreNoNumbers() {
        assertThatThrownBy(() -> new ChaosOptions(1, 3, 24)).hasMessageContaining("KILLS");
        assertThatThrownBy(() -> new ChaosOptions(1, 50, 1)).hasMessageContaining("MEMBERS");
        assertThatThrownBy(() -> ChaosOptions.of(Arguments.parse("chaos"), Map.of("SEED", "today")))
                .hasMessage("SEED must be a number, not \"today\".");
    }

    private static Schedule schedule(long seed, int kills) {
        return Schedule.of(new ChaosOptions(seed, kills, 24));
    }
}
