package dev.cairn.devstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChildTest {

    private Process process;
    private Child child;

    @BeforeEach
    void start() throws IOException {
        process = new ProcessBuilder("sleep", "600").start();
        String program = process.toHandle().info().command().orElseThrow();
        child = Child.of(process.toHandle(), program.substring(program.lastIndexOf('/') + 1));
    }

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    @Test
    void theProcessThatWeStartedIsOurs() {
        assertThat(child.process()).contains(process.toHandle());
    }

    @Test
    void theSamePidWithAnotherStartIsNotOurs() {
        // Given
        Child earlier =
                new Child(
                        child.pid(),
                        child.startedAt().minus(Duration.ofMinutes(1)),
                        child.program());

        // Then
        assertThat(earlier.isAlive()).isFalse();
    }

    @Test
    void theSamePidWithAnotherProgramIsNotOurs() {
        assertThat(new Child(child.pid(), child.startedAt(), "postgres").isAlive()).isFalse();
    }

    @Test
    void aKilledProcessIsNotAlive() throws InterruptedException {
        // When
        process.destroyForcibly().waitFor();

        // Then
        assertThat(child.isAlive()).isFalse();
    }
}
