package dev.cairn.rules.programme;

import static dev.cairn.rules.programme.ProgrammeVersions.decide;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.rules.programme.ProgrammeVersions.Recorded;
import dev.cairn.rules.programme.ProgrammeVersions.Verdict;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProgrammeVersionsTest {

    private static Programme version(int version) {
        return new Programme(
                "demo", version, LocalDate.of(2020, 1, 1), ZoneOffset.UTC, Set.of(), List.of());
    }

    private static Optional<Recorded> recorded(String id, int version, String hash) {
        return Optional.of(new Recorded(id, version, hash));
    }

    @Test
    void theFirstProgrammeTakesOver() {
        assertThat(decide(version(1), "a", Optional.empty())).isEqualTo(new Verdict.Newer());
    }

    @Test
    void theSameGoesOn() {
        assertThat(decide(version(1), "a", recorded("demo", 1, "a")))
                .isEqualTo(new Verdict.Unchanged());
    }

    @Test
    void aHigherVersionTakesOver() {
        assertThat(decide(version(2), "b", recorded("demo", 1, "a")))
                .isEqualTo(new Verdict.Newer());
    }

    @Test
    void aChangedFileNeedsAHigherVersion() {
        assertThat(decide(version(1), "b", recorded("demo", 1, "a")))
                .isEqualTo(
                        new Verdict.Refused(
                                "The programme file was changed but still says version 1:"
                                        + " give it version 2."));
    }

    @Test
    void anOlderFileIsRefused() {
        assertThat(decide(version(1), "a", recorded("demo", 2, "b")))
                .isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void anotherProgrammesDatabaseIsLeftAlone() {
        assertThat(decide(version(1), "a", recorded("other", 1, "a")))
                .isInstanceOf(Verdict.Refused.class);
    }
}
