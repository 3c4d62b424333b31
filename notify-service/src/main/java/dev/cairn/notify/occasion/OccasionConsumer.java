package dev.cairn.notify.occasion;

import dev.cairn.contracts.Topics;
import dev.cairn.kit.intake.Intake;
import dev.cairn.kit.intake.Subscription;
import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Listens to rewards, points, segments and members. */
@Startup
@ApplicationScoped
public class OccasionConsumer {
    private final Subscription rewards;
    private final Subscription points;
    private final Subscription segments;
    private final Subscription members;

    public OccasionConsumer(Intake intake, NoticeEvents notice) {
        this.rewards = intake.subscribe(Topics.REWARDS, notice::handle);
        this.points = intake.subscribe(Topics.POINTS, notice::handle);
        this.segments = intake.subscribe(Topics.SEGMENTS, notice::handle);
        this.members = intake.subscribe(Topics.MEMBERS, notice::handle);
    }

    @Incoming("rewards")
    @Blocking
    void rewards(ConsumerRecords<String, byte[]> batch) {
        rewards.take(batch);
    }

    @Incoming("points")
    @Blocking
    void points(ConsumerRecords<String, byte[]> batch) {
        points.take(batch);
    }

    @Incoming("segments")
    @Blocking
    void segments(ConsumerRecords<String, byte[]> batch) {
        segments.take(batch);
    }

    @Incoming("members")
    @Blocking
    void members(ConsumerRecords<String, byte[]> batch) {
        members.take(batch);
    }
}
