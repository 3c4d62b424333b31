package dev.cairn.kit.problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses bodies that say at once that they are too large, in the form of all refusals: the
 * framework's own answer has nothing in it.
 */
@ApplicationScoped
public class LargeBodies {
    private static final int BEFORE_THE_FRAMEWORK = Integer.MIN_VALUE;

    private final long most;
    private final ProblemMetrics metrics;

    LargeBodies(
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize most,
            ProblemMetrics metrics) {
        this.most = most.asLongValue();
        this.metrics = metrics;
    }

    void register(@Observes Router router) {
        router.route().order(BEFORE_THE_FRAMEWORK).handler(this::check);
    }

    private void check(RoutingContext request) {
        if (announced(request) <= most) {
            request.next();
            return;
        }
        var problem =
                Problem.of(
                                KitProblem.PAYLOAD_TOO_LARGE,
                                "A body has %d bytes at most.".formatted(most))
                        .with("most", most);
        metrics.count(problem.type().slug(), problem.type().status());
        request.response()
                .setStatusCode(problem.type().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemMappers.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .end(new JsonObject(problem.asBody()).encode())
                .onComplete(sent -> request.request().connection().close());
    }

    /** What the header says; what it does not say is counted while it is read. */
    private static long announced(RoutingContext request) {
        var length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
