package dev.cairn.notify.occasion;

import dev.cairn.kit.intake.Intake;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Listens to rewards, points, segments and members. */
@ApplicationScoped
public class OccasionConsumer {
    private final Intake intake;
    private final NoticeEvents notice;

    public OccasionConsumer(Intake intake, NoticeEvents notice) {
        this.intake = intake;
        this.notice = notice;
    }

    @Incoming("rewards")
    @Blocking
    void rewards(ConsumerRecords<String, byte[]> batch) {
        intake.process(batch, notice::handle);
    }

    @Incoming("points")
    @Blocking
    void points(ConsumerRecords<String, byte[]> batch) {
        intake.process(batch, notice::handle);
    }

    @Incoming("segments")
    @Blocking
    void segments(ConsumerRecords<String, byte[]> batch) {
        intake.process(batch, notice::handle);
    }

    @Incoming("members")
    @Blocking
    void members(ConsumerRecords<String, byte[]> batch) {
        intake.process(batch, notice::handle);
    }
}
