package dev.cairn.e2e.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.devstack.Component;
import dev.cairn.devstack.Devstack;
import dev.cairn.devstack.Mode;
import dev.cairn.devstack.Platform;
import dev.cairn.devstack.process.Progress;
import dev.cairn.devstack.replay.Format;
import dev.cairn.devstack.replay.Replay;
import dev.cairn.devstack.service.ServiceOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Purchase files through the running platform, compared with the oracle cell by cell. The real file
 * lies beside the checkout; where it is absent, the small shop is played alone.
 */
class ReplayTest {

    private static final Path REAL = Inputs.shared("online-retail-2010-12_2011-02.csv.gz");
    private static final Path FOLDER = Path.of("target", "replay").toAbsolutePath();

    private final Devstack devstack =
            Devstack.at(
                    FOLDER.resolve("platform"),
                    Mode.DISPOSABLE,
                    Progress.SILENT,
                    ServiceOptions.of(Inputs.repository())
                            .with(Map.of("CAIRN_CLOCK_START", "2010-11-29T00:00:00Z")));

    private Platform platform;

    @BeforeEach
    void startEmpty() {
        devstack.forget();
        platform = devstack.start(List.of(Component.values()));
    }

    @AfterEach
    void stop() {
        devstack.stop();
    }

    @Test
    void inOrderAndAgainEveryCellEqualsTheOracle() throws IOException {
        List<String> real = realIfPresent("in-order", OptionalLong.empty());
        assertThat(play(Inputs.synthetic(), "small", OptionalLong.empty()))
                .containsExactlyElementsOf(Files.readAllLines(Inputs.syntheticExpectation()));
        assertThat(realIfPresent("again", OptionalLong.empty())).isEqualTo(real);
        if (!real.isEmpty()) {
            assertThat(report("again").path("accepted").asLong()).isZero();
        }
    }

    @Test
    void shuffledWithinThreeDaysEveryCellEqualsTheOracle() throws IOException {
        assertThat(play(Inputs.synthetic(), "small-shuffled", OptionalLong.of(3)))
                .containsExactlyElementsOf(Files.readAllLines(Inputs.syntheticExpectation()));
        realIfPresent("shuffled", OptionalLong.of(11));
    }

    private List<String> realIfPresent(String name, OptionalLong shuffle) throws IOException {
        if (!Files.exists(REAL)) {
            System.getLogger("replay").log(System.Logger.Level.INFO, "skipped: no " + REAL);
            return List.of();
        }
        List<String> found = play(REAL, name, shuffle);
        assertThat(found).containsExactlyElementsOf(expected(REAL));
        return found;
    }

    private List<String> play(Path file, String name, OptionalLong shuffle) throws IOException {
        boolean holds =
                new Replay(platform, System.out)
                        .play(file, Format.ONLINE_RETAIL, shuffle, FOLDER.resolve(name));
        assertThat(holds).as("proof of %s, no refusals, no dead letters", name).isTrue();
        return Files.readAllLines(FOLDER.resolve(name).resolve("members.csv"));
    }

    private static List<String> expected(Path file) throws IOException {
        List<String> lines = new ArrayList<>(List.of(MemberRow.HEADER));
        new Oracle(FileRows.onlineRetail(file)).rows().forEach(row -> lines.add(row.toCsv()));
        return lines;
    }

    private static JsonNode report(String name) throws IOException {
        return new ObjectMapper().readTree(FOLDER.resolve(name).resolve("report.json").toFile());
    }
}
