package dev.cairn.kit.management;

import dev.cairn.kit.intake.RedriveDeadLetters;
import dev.cairn.kit.intake.RedriveDeadLetters.Outcome;
import dev.cairn.kit.problem.KitProblem;
import dev.cairn.kit.problem.Problem;
import io.quarkus.logging.Log;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;

/**
 * Records that could not be handled, on the management port only: {@code GET /dead-letters} tells
 * what waits and why, {@code POST /dead-letters/redrive?topic=…} hands it over once more.
 */
@ApplicationScoped
public class DeadLetterRoutes {
    private final RedriveDeadLetters letters;
    private final ExecutorService executor;

    public DeadLetterRoutes(RedriveDeadLetters letters, ExecutorService executor) {
        this.letters = letters;
        this.executor = executor;
    }

    void register(@Observes ManagementInterface management) {
        var router = management.router();
        router.get("/dead-letters").handler(request -> answer(request, this::waiting));
        router.post("/dead-letters/redrive")
                .handler(request -> answer(request, () -> redrive(request)));
    }

    private JsonObject waiting() {
        var topics = new JsonArray();
        for (var topic : letters.topics()) {
            var waiting = letters.waiting(topic);
            var reasons = new JsonObject();
            waiting.reasons().forEach(reasons::put);
            topics.add(
                    new JsonObject()
                            .put("topic", topic)
                            .put("waiting", waiting.waiting())
                            .put("reasons", reasons));
        }
        return new JsonObject().put("topics", topics);
    }

    private JsonObject redrive(RoutingContext request) {
        var topic = Objects.requireNonNullElse(request.queryParams().get("topic"), "");
        return switch (letters.redrive(topic)) {
            case Outcome.Redriven done ->
                    new JsonObject()
                            .put("topic", done.topic())
                            .put("handled", done.handled())
                            .put("dead", done.dead());
            case Outcome.UnknownTopic unknown ->
                    throw Problem.of(
                                    KitProblem.NOT_FOUND,
                                    "This service takes no events from that topic; it takes them"
                                            + " from "
                                            + String.join(", ", unknown.known())
                                            + ".")
                            .with("topics", new JsonArray(List.copyOf(unknown.known())));
            case Outcome.Busy busy ->
                    throw Problem.of(
                            KitProblem.UNDER_WAY,
                            "Dead letters are being handed over; wait until that ends.");
        };
    }

    private void answer(RoutingContext request, Callable<JsonObject> work) {
        request.vertx()
                .executeBlocking(() -> executor.submit(work).get(), false)
                .onSuccess(request::json)
                .onFailure(failure -> refuse(request, failure.getCause()));
    }

    private static void refuse(RoutingContext request, Throwable failure) {
        Problem problem;
        if (failure instanceof Problem known) {
            problem = known;
        } else {
            Log.error("dead letters could not be reached", failure);
            problem = Problem.of(KitProblem.UNAVAILABLE, "The broker or the database is away.");
        }
        request.response()
                .setStatusCode(problem.type().status())
                .putHeader("Content-Type", "application/problem+json")
                .end(new JsonObject(problem.asBody()).encode());
    }
}
