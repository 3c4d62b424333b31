package dev.cairn.devstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegisterTest {

    @TempDir Path state;

    @Test
    void aChildIsRecognisedAfterReadingItBack() {
        // Given
        ProcessHandle self = ProcessHandle.current();
        new Register(state).started("kafka", Child.of(self, "java"), "127.0.0.1:1");

        // When
        Register later = new Register(state);

        // Then
        assertThat(later.child("kafka").flatMap(Child::process)).contains(self);
        assertThat(later.address("kafka")).contains("127.0.0.1:1");
    }

    @Test
    void aFileThatWasCutOffIsTakenAsEmpty() throws IOException {
        // Given
        Files.writeString(state.resolve("platform.json"), "{\"ports\" : {\"kafka\" : 21");

        // Then
        assertThat(new Register(state).child("kafka")).isEmpty();
    }

    @Test
    void aFreePortIsKeptAndATakenOneIsReplaced() throws IOException {
        // Given
        Register first = new Register(state);
        first.assignPorts(List.of("redis", "kafka"));
        int redis = first.port("redis");
        int kafka = first.port("kafka");

        // When
        try (ServerSocket intruder =
                new ServerSocket(kafka, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            Register second = new Register(state);
            second.assignPorts(List.of("redis", "kafka"));

            // Then
            assertThat(second.port("redis")).isEqualTo(redis);
            assertThat(second.port("kafka")).isNotEqualTo(intruder.getLocalPort());
        }
    }

    @Test
    void theFileIsReadableByItsOwnerAlone() throws IOException {
        // When
        new Register(state).assignPorts(List.of("redis"));

        // Then
        assertThat(Files.getPosixFilePermissions(state.resolve("platform.json"))).hasSize(2);
    }
}
