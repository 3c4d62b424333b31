package dev.cairn.kit.event;

import dev.cairn.contracts.Topics;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * A service is ready when the broker answers and has the topics that it reads and writes. The
 * channels' own check takes a client that still tries to connect for a connected one.
 *
 * <p>The broker is asked every few seconds, never by the probe: probes do not wait for it.
 */
@Readiness
@ApplicationScoped
public class TopicsReady implements HealthCheck {
    private static final int PATIENCE_MILLIS = 4000;

    private final KafkaSettings broker;
    private final Set<String> needed = new TreeSet<>();
    private Admin admin;
    private volatile Look last = new Look.Unanswered("not asked yet");

    public TopicsReady(
            KafkaSettings broker,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.broker = broker;
        needed.addAll(Topics.ownedBy(service));
        needed.addAll(Topics.subscribedBy(service));
    }

    /** What the broker said last. */
    sealed interface Look {
        record Complete() implements Look {}

        record Missing(Set<String> topics) implements Look {}

        record Unanswered(String reason) implements Look {}

        /** Compares what is needed with what is there. */
        static Look at(Set<String> needed, Set<String> present) {
            var missing = new TreeSet<>(needed);
            missing.removeAll(present);
            return missing.isEmpty() ? new Complete() : new Missing(missing);
        }
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("topics");
        return switch (last) {
            case Look.Complete complete -> answer.up().build();
            case Look.Missing(var topics) ->
                    answer.down().withData("missing", String.join(", ", topics)).build();
            case Look.Unanswered(var reason) -> answer.down().withData("broker", reason).build();
        };
    }

    /** At once, because the scheduler's first round may be a second away. */
    void start(@Observes StartupEvent event) {
        Thread.ofVirtual().name("topics").start(this::look);
    }

    @Scheduled(every = "5s", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    synchronized void look() {
        try {
            var options = new ListTopicsOptions().timeoutMs(PATIENCE_MILLIS);
            last = Look.at(needed, admin().listTopics(options).names().get());
        } catch (ExecutionException e) {
            last = new Look.Unanswered(e.getCause().getClass().getSimpleName());
        } catch (org.apache.kafka.common.KafkaException e) {
            last = new Look.Unanswered(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Admin admin() {
        if (admin == null) {
            admin =
                    Admin.create(
                            broker.with(
                                    Map.of(
                                            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                                            PATIENCE_MILLIS,
                                            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                                            PATIENCE_MILLIS)));
        }
        return admin;
    }

    @PreDestroy
    synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }
}
