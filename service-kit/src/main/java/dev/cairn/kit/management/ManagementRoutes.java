package dev.cairn.kit.management;

import dev.cairn.kit.clock.Backlog;
import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.clock.Sweeps;
import dev.cairn.kit.intake.HandledOffsets;
import dev.cairn.kit.outbox.OutboxStore;
import io.quarkus.arc.All;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;

/**
 * What drivers of a virtual time need, on the management port only: {@code GET} and {@code PUT
 * /clock}, and {@code GET /quiet} with what is still to be done: events that wait in the outbox,
 * and the service's own backlogs.
 */
@ApplicationScoped
public class ManagementRoutes {
    private final CairnClock clock;
    private final Sweeps sweeps;
    private final OutboxStore outbox;
    private final List<Backlog> backlogs;
    private final HandledOffsets handled;
    private final ExecutorService executor;

    public ManagementRoutes(
            CairnClock clock,
            Sweeps sweeps,
            OutboxStore outbox,
            @All List<Backlog> backlogs,
            HandledOffsets handled,
            ExecutorService executor) {
        this.clock = clock;
        this.sweeps = sweeps;
        this.outbox = outbox;
        this.backlogs = backlogs;
        this.handled = handled;
        this.executor = executor;
    }

    void register(@Observes ManagementInterface management) {
        var router = management.router();
        router.get("/clock").handler(request -> answer(request, this::now));
        router.put("/clock").handler(BodyHandler.create(false));
        router.put("/clock").handler(request -> answer(request, () -> set(request)));
        router.get("/quiet").handler(request -> answer(request, this::pending));
    }

    private void answer(RoutingContext request, Callable<JsonObject> work) {
        request.vertx()
                .executeBlocking(() -> executor.submit(work).get(), false)
                .onSuccess(body -> request.json(body))
                .onFailure(failure -> refuse(request, failure));
    }

    private static void refuse(RoutingContext request, Throwable failure) {
        var cause = failure.getCause() == null ? failure : failure.getCause();
        var status =
                switch (cause) {
                    case DateTimeException e -> 400;
                    case IllegalArgumentException e -> 409;
                    case IllegalStateException e -> 409;
                    default -> 503;
                };
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/problem+json")
                .end(
                        new JsonObject()
                                .put("title", "The clock was not set")
                                .put("status", status)
                                .put("detail", String.valueOf(cause.getMessage()))
                                .encode());
    }

    private JsonObject now() {
        return new JsonObject().put("now", clock.instant().toString());
    }

    private JsonObject set(RoutingContext request) {
        var body = request.body().asJsonObject();
        var now = body == null ? null : body.getString("now");
        if (now == null) {
            throw new DateTimeException("send {\"now\":\"2026-01-31T12:00:00Z\"}");
        }
        clock.set(Instant.parse(now));
        sweeps.runDue();
        return now();
    }

    private JsonObject pending() {
        return new JsonObject()
                .put("outbox", outbox.pending())
                .put("backlog", backlogs.stream().mapToLong(Backlog::pending).sum())
                .put("handled", JsonObject.mapFrom(handled.next()));
    }
}
