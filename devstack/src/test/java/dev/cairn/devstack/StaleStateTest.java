package dev.cairn.devstack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.devstack.process.Child;
import dev.cairn.devstack.process.Folders;
import dev.cairn.devstack.process.JsonFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A state directory as a killed run may leave it behind. */
class StaleStateTest {

    private final Path state = Path.of("target", "stale").toAbsolutePath();
    private final Set<Component> wanted = Set.of(Component.POSTGRES, Component.REDIS);

    private Process stranger;

    @BeforeEach
    void begin() throws IOException {
        Folders.delete(state);
        stranger = new ProcessBuilder("sleep", "600").start();
    }

    @AfterEach
    void end() {
        Devstack.at(state).stop();
        stranger.destroyForcibly();
    }

    @Test
    void aForeignProcessWithANotedPidIsLeftAloneAndItsPortIsNotTaken() throws Exception {
        try (ServerSocket intruder = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            // Given
            noteAsRedis(stranger.pid(), intruder.getLocalPort());

            // When
            Devstack devstack = Devstack.at(state);
            devstack.start(wanted);

            // Then
            assertThat(devstack.platform().port("redis")).isNotEqualTo(intruder.getLocalPort());
            assertThat(devstack.isHealthy(Component.REDIS)).isTrue();
            devstack.stop();
            assertThat(stranger.isAlive()).isTrue();
        }
    }

    @Test
    void aHalfMadeClusterIsMadeAgain() throws Exception {
        // Given
        Path data = Files.createDirectories(state.resolve("postgres").resolve("data"));
        Files.writeString(data.resolve("PG_VERSION"), "18\n");

        // When
        Platform platform = Devstack.at(state).start(wanted);

        // Then
        assertThat(answer(platform, "SELECT 1")).isEqualTo(1);
    }

    @Test
    void aLockOfAKilledServerWhosePidIsForeignNowIsRemoved() throws Exception {
        // Given
        Devstack devstack = Devstack.at(state);
        devstack.start(wanted);
        devstack.kill9(Component.POSTGRES);
        Path lock = state.resolve("postgres").resolve("data").resolve("postmaster.pid");
        String stale = Files.readString(lock).replaceFirst("^\\d+", Long.toString(stranger.pid()));
        Files.writeString(lock, stale);

        // When
        Platform platform = devstack.start(Component.POSTGRES);

        // Then
        assertThat(answer(platform, "SELECT 1")).isEqualTo(1);
        assertThat(stranger.isAlive()).isTrue();
    }

    @Test
    void anotherLauncherRecognisesWhatRunsAndStartsNothingTwice() {
        // Given
        Devstack first = Devstack.at(state);
        first.start(wanted);
        Child postgres = first.child(Component.POSTGRES).orElseThrow();

        // When
        Devstack second = Devstack.at(state);
        second.start(wanted);

        // Then
        assertThat(second.child(Component.POSTGRES)).contains(postgres);
    }

    private void noteAsRedis(long pid, int port) {
        new JsonFile(state.resolve("platform.json"))
                .write(
                        Map.of(
                                "ports", Map.of("redis", port),
                                "children",
                                        Map.of(
                                                "redis",
                                                Map.of(
                                                        "pid",
                                                        pid,
                                                        "startedAt",
                                                        "2026-01-01T00:00:00Z",
                                                        "program",
                                                        "redis-server"))));
    }

    private static int answer(Platform platform, String query) throws Exception {
        try (var connection =
                        DriverManager.getConnection(
                                platform.jdbcUrl(Component.RULES),
                                "rules",
                                platform.databasePassword("rules"));
                var result = connection.createStatement().executeQuery(query)) {
            result.next();
            return result.getInt(1);
        }
    }
}
