package dev.cairn.devstack.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.devstack.client.Json;
import dev.cairn.devstack.process.Await;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The virtual time of both replicas, and what else their management ports tell. */
final class LedgerTime {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Arena arena;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private volatile Instant now = Arena.FIRST_DAY;

    LedgerTime(Arena arena) {
        this.arena = arena;
    }

    Instant now() {
        return now;
    }

    /** Sets both clocks and runs what falls due, again and again until both have done it. */
    boolean advance(Duration step, Duration limit) {
        Instant to = now.plus(step);
        boolean all = true;
        for (Replica replica : arena.replicas()) {
            all &= Await.until(limit, () -> set(replica, to));
        }
        now = to;
        return all;
    }

    /** What {@code /quiet} of a replica says; missing while it is away. */
    JsonNode quiet(Replica replica) {
        return ask(HttpRequest.newBuilder(URI.create(replica.managementUrl() + "/quiet")).GET());
    }

    private boolean set(Replica replica, Instant to) {
        JsonNode answer =
                ask(
                        HttpRequest.newBuilder(URI.create(replica.managementUrl() + "/clock"))
                                .header("Content-Type", "application/json")
                                .PUT(
                                        BodyPublishers.ofString(
                                                Json.text(Map.of("now", to.toString())))));
        return answer.path("now").asText().equals(to.toString());
    }

    private JsonNode ask(HttpRequest.Builder request) {
        try {
            return JSON.readTree(
                    http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofByteArray())
                            .body());
        } catch (IOException away) {
            return JSON.missingNode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return JSON.missingNode();
        }
    }
}
