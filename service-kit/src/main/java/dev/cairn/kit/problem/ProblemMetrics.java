package dev.cairn.kit.problem;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Counts the requests that were answered with a problem, by its kind. */
@Singleton
public class ProblemMetrics {
    private static final String PROBLEMS = "cairn_problems";
    private static final int FIRST_REFUSAL = 400;

    private final MeterRegistry metrics;

    public ProblemMetrics(MeterRegistry metrics) {
        this.metrics = metrics;
        for (var type : KitProblem.values()) {
            counter(type.slug(), type.status());
        }
    }

    /** Refusals that are kept under a key are answers: no failure brings them to the mappers. */
    @ServerResponseFilter
    public void kept(ContainerResponseContext answer) {
        if (answer.getStatus() >= FIRST_REFUSAL && answer.getEntity() instanceof JsonNode body) {
            var type = body.path("type").asText();
            count(type.substring(type.lastIndexOf('/') + 1), answer.getStatus());
        }
    }

    void count(String slug, int status) {
        counter(slug, status).increment();
    }

    private Counter counter(String slug, int status) {
        return Counter.builder(PROBLEMS)
                .description("Requests that were answered with a problem")
                .tags("problem", slug, "status", String.valueOf(status))
                .register(metrics);
    }
}
