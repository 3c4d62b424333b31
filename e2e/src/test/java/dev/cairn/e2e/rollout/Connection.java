package dev.cairn.e2e.rollout;

import dev.cairn.devstack.Component;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * A kept connection to one replica: it moves to another one only when the replica says that it
 * closes this one, as a load balancer's or an app's connection does.
 */
final class Connection implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Routes routes;
    private final Component service;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private String replica;

    Connection(Routes routes, Component service) {
        this.routes = routes;
        this.service = service;
        this.replica = routes.to(service);
    }

    Component service() {
        return service;
    }

    /** Sends once, and never again. */
    int send(Call call, String token) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(replica + call.path()))
                        .timeout(PATIENCE)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(
                                call.method(),
                                call.body()
                                        .map(BodyPublishers::ofString)
                                        .orElseGet(BodyPublishers::noBody));
        call.key().ifPresent(key -> request.header("Idempotency-Key", key));
        HttpResponse<String> answer = answer(request.build());
        boolean closes =
                answer.headers()
                        .firstValue("Connection")
                        .filter("close"::equalsIgnoreCase)
                        .isPresent();
        if (closes) {
            replica = routes.to(service);
        }
        return answer.statusCode();
    }

    /** A broken connection leads elsewhere as well, but the call that met it was not served. */
    private HttpResponse<String> answer(HttpRequest request)
            throws IOException, InterruptedException {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            replica = routes.to(service);
            throw e;
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
