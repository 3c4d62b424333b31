package dev.cairn.e2e.platform;

import dev.cairn.devstack.Component;
import dev.cairn.devstack.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Somebody with a token (or without one) who talks to the services. */
public final class Caller {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Platform platform;
    private final Optional<String> token;

    Caller(Platform platform, Optional<String> token) {
        this.platform = platform;
        this.token = token;
    }

    /** The bearer token; empty for nobody. */
    public Optional<String> token() {
        return token;
    }

    public Reply get(Component service, String path) {
        return send(service, "GET", path, null, Map.of());
    }

    public Reply put(Component service, String path, String json) {
        return send(service, "PUT", path, json, Map.of());
    }

    public Reply post(Component service, String path, String json) {
        return send(service, "POST", path, json, Map.of());
    }

    public Reply delete(Component service, String path) {
        return send(service, "DELETE", path, null, Map.of());
    }

    /** Sends a body as JSON unless the headers say otherwise; never waits for an endless answer. */
    public Reply send(
            Component service,
            String method,
            String path,
            String body,
            Map<String, String> headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(platform.url(service) + path))
                        .timeout(PATIENCE)
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body));
        if (body != null && !headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        authorised(request);
        String name = method + " " + service.label() + path;
        try {
            HttpResponse<InputStream> answer =
                    HTTP.send(request.build(), BodyHandlers.ofInputStream());
            try (InputStream content = answer.body()) {
                boolean endless =
                        answer.headers()
                                .firstValue("Content-Type")
                                .filter(type -> type.startsWith("text/event-stream"))
                                .isPresent();
                byte[] bytes = endless ? new byte[0] : content.readAllBytes();
                return new Reply(
                        name,
                        answer.statusCode(),
                        answer.headers(),
                        new String(bytes, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(name, e);
        }
    }

    /** Listens to server-sent events from the very first on, until closed. */
    public EventStream listen(Component service, String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(platform.url(service) + path))
                        .header("Accept", "text/event-stream")
                        .header("Last-Event-ID", "0");
        authorised(request);
        return EventStream.of(HTTP, request.build());
    }

    private void authorised(HttpRequest.Builder request) {
        token.ifPresent(text -> request.header("Authorization", "Bearer " + text));
    }
}
