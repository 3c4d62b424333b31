package dev.cairn.kit.drain;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Closes kept connections with the answer to their next request, from the moment when the service
 * is asked to stop until it stops ({@code quarkus.shutdown.delay}). A cluster sends new connections
 * elsewhere by then, but those that exist would stay, and break with the process.
 *
 * <p>The close option is that of RFC 9112 §9.6; HTTP/2 has no such header.
 */
@ApplicationScoped
public class Draining {
    /** Before every other filter, so that refusals close their connection as well. */
    private static final int FIRST = 10_000;

    private volatile boolean stopping;

    void begin(@Observes ShutdownDelayInitiatedEvent event) {
        stopping = true;
    }

    void register(@Observes Filters filters) {
        filters.register(this::closeWhenStopping, FIRST);
    }

    private void closeWhenStopping(RoutingContext request) {
        if (stopping && request.request().version() != HttpVersion.HTTP_2) {
            request.response().putHeader("Connection", "close");
            request.addEndHandler(sent -> request.request().connection().close());
        }
        request.next();
    }
}
