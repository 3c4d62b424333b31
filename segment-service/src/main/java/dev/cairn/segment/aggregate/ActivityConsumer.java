package dev.cairn.segment.aggregate;

import dev.cairn.kit.intake.Intake;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears what members do. */
@ApplicationScoped
public class ActivityConsumer {
    private final Intake intake;
    private final CountActivities count;

    public ActivityConsumer(Intake intake, CountActivities count) {
        this.intake = intake;
        this.count = count;
    }

    @Incoming("activities")
    @Blocking
    void on(ConsumerRecords<String, byte[]> batch) {
        intake.process(batch, count::count);
    }
}
