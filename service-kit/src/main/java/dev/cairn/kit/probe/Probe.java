package dev.cairn.kit.probe;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * The argument list {@code probe URL=STATUS …}: asks each address, tells in one line what it
 * answered, and ends well when all answered as they should. Images without a shell need nothing
 * else to be tested from within a cluster.
 */
public final class Probe {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private Probe() {}

    /** Runs the checks; returns the process's exit code. */
    public static int run(List<String> arguments, Consumer<String> console) {
        List<Check> checks;
        try {
            checks = arguments.stream().map(Check::of).toList();
        } catch (IllegalArgumentException e) {
            console.accept("probe: " + e.getMessage());
            return 1;
        }
        if (checks.isEmpty()) {
            console.accept("probe: name at least one URL=STATUS");
            return 1;
        }
        try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var passed = checks.stream().filter(check -> passes(client, check, console)).count();
            return passed == checks.size() ? 0 : 1;
        }
    }

    private static boolean passes(HttpClient client, Check check, Consumer<String> console) {
        try {
            var request = HttpRequest.newBuilder(check.address()).timeout(PATIENCE).build();
            var status = client.send(request, BodyHandlers.discarding()).statusCode();
            var passed = status == check.status();
            console.accept(
                    "%s %s: %d%s"
                            .formatted(
                                    passed ? "ok" : "FAILED",
                                    check.address(),
                                    status,
                                    passed ? "" : ", not " + check.status()));
            return passed;
        } catch (IOException | IllegalArgumentException e) {
            console.accept(
                    "FAILED %s: no answer (%s)"
                            .formatted(check.address(), e.getClass().getSimpleName()));
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
