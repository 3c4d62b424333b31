package dev.cairn.kit.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** A relay whose thread has ended publishes nothing until the process starts again. */
@Liveness
@ApplicationScoped
public class OutboxRelayLives implements HealthCheck {
    private final OutboxRelay relay;

    public OutboxRelayLives(OutboxRelay relay) {
        this.relay = relay;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("outbox relay").status(relay.alive()).build();
    }
}
