package dev.cairn.kit.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;

/**
 * Gives a packaged service free ports that the test knows. The log file is plain, as Quarkus reads
 * there that the service has started.
 */
public class KnownPorts implements QuarkusTestResourceLifecycleManager {
    private static final String MANAGEMENT = "cairn.test.management";

    @Override
    public Map<String, String> start() {
        try (var api = new ServerSocket(0);
                var management = new ServerSocket(0)) {
            System.setProperty(MANAGEMENT, "http://localhost:" + management.getLocalPort());
            return Map.of(
                    "quarkus.http.port",
                    Integer.toString(api.getLocalPort()),
                    "quarkus.management.port",
                    Integer.toString(management.getLocalPort()),
                    "quarkus.log.file.json.enabled",
                    "false",
                    "quarkus.log.console.level",
                    "WARN");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        System.clearProperty(MANAGEMENT);
    }

    static String management() {
        return System.getProperty(MANAGEMENT);
    }
}
