package dev.cairn.devstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {

    @TempDir Path state;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void withoutACommandItListsThem() {
        assertThat(run()).isZero();
        assertThat(text()).contains("up", "down", "status", "logs");
    }

    @Test
    void anUnknownCommandIsAnErrorAndListsTheOthers() {
        assertThat(run("explode")).isEqualTo(2);
        assertThat(text()).contains("status");
    }

    @Test
    void anUnknownComponentIsNamedTogetherWithThoseThatExist() {
        assertThat(run("up", "mysql", "--state", state.toString())).isEqualTo(1);
        assertThat(text()).contains("mysql", "postgres");
    }

    @Test
    void stoppingWhatNeverRanSaysSo() {
        assertThat(run("down", "--state", state.toString())).isZero();
        assertThat(text()).contains("Nothing runs");
    }

    @Test
    void theStatusOfAnEmptyStateIsThatAllIsStopped() {
        assertThat(run("status", "--state", state.toString())).isEqualTo(1);
        assertThat(text().lines().filter(line -> line.contains("stopped"))).hasSize(9);
    }

    @Test
    void aServiceThatWasNotBuiltIsNamedWithTheMissingFile() {
        // When
        int exitCode =
                run("up", "ledger", "--state", state.toString(), "--repository", state.toString());

        // Then
        assertThat(exitCode).isEqualTo(1);
        assertThat(text()).contains("ledger-service is not built", "quarkus-run.jar");
    }

    private int run(String... args) {
        return Main.run(args, new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
