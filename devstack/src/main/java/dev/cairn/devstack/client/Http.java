package dev.cairn.devstack.client;

import dev.cairn.devstack.DevstackFailure;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * Sends requests, again and again while the other side is away: everything that is sent here may
 * arrive twice without doing more than once.
 */
public final class Http {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);
    private static final Set<Integer> AWAY = Set.of(429, 502, 503, 504);

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .executor(Executors.newVirtualThreadPerTaskExecutor())
                    .build();

    public Answer get(String url, String... headers) {
        return send("GET", url, null, headers);
    }

    public Answer postForm(String url, Map<String, String> form, String... headers) {
        String body =
                form.entrySet().stream()
                        .map(e -> e.getKey() + "=" + encoded(e.getValue()))
                        .collect(Collectors.joining("&"));
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "application/x-www-form-urlencoded";
        return send("POST", url, body, all);
    }

    /** Sends until somebody answers; the last refusal counts when patience ends. */
    public Answer send(String method, String url, String body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url))
                        .timeout(LIMIT)
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return patiently(method + " " + url, request.build());
    }

    private Answer patiently(String name, HttpRequest request) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            boolean last = System.nanoTime() > deadline;
            try {
                HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
                if (last || !AWAY.contains(response.statusCode())) {
                    return new Answer(name, response.statusCode(), response.body());
                }
            } catch (IOException away) {
                if (last) {
                    throw new DevstackFailure(
                            name + " got no answer for " + PATIENCE.toSeconds() + " s.", away);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new DevstackFailure(name + " was interrupted.", e);
            }
            LockSupport.parkNanos(PAUSE);
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
