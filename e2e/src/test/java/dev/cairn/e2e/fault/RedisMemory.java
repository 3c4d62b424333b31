package dev.cairn.e2e.fault;

import dev.cairn.devstack.Platform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** What Redis knows. */
final class RedisMemory {

    private static final String DONE = "+OK\r\n+OK\r\n";

    private RedisMemory() {}

    /** Forgets everything. */
    static void lose(Platform platform) {
        String password = platform.secrets().password("redis");
        try (Socket socket = new Socket("127.0.0.1", platform.port("redis"))) {
            String commands = "AUTH " + password + "\r\nFLUSHALL\r\n";
            socket.getOutputStream().write(commands.getBytes(StandardCharsets.US_ASCII));
            String answer =
                    new String(
                            socket.getInputStream().readNBytes(DONE.length()),
                            StandardCharsets.US_ASCII);
            if (!answer.equals(DONE)) {
                throw new IllegalStateException("Redis answered " + answer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
