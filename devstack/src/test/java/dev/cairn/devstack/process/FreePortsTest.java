package dev.cairn.devstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FreePortsTest {

    @Test
    void noPortIsPromisedTwice() {
        // Given
        Set<Integer> promised = new HashSet<>();

        // When
        for (int count = 0; count < 200; count++) {
            promised.add(FreePorts.next(promised));
        }

        // Then
        assertThat(promised).hasSize(200);
    }

    @Test
    void portsLieBelowThoseThatOutgoingConnectionsGet() {
        assertThat(FreePorts.next(Set.of())).isBetween(20_000, 32_000);
    }

    @Test
    void aPortInUseIsNotFree() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            assertThat(FreePorts.isFree(taken.getLocalPort())).isFalse();
        }
    }
}
