package dev.cairn.segment.aggregate;

import dev.cairn.contracts.Topics;
import dev.cairn.kit.intake.Intake;
import dev.cairn.kit.intake.Subscription;
import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears what members do. */
@Startup
@ApplicationScoped
public class ActivityConsumer {
    private final Subscription activities;

    public ActivityConsumer(Intake intake, CountActivities count) {
        this.activities = intake.subscribe(Topics.ACTIVITIES, count::count);
    }

    @Incoming("activities")
    @Blocking
    void on(ConsumerRecords<String, byte[]> batch) {
        activities.take(batch);
    }
}
