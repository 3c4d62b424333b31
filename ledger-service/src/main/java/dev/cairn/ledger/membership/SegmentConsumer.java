package dev.cairn.ledger.membership;

import dev.cairn.contracts.Topics;
import dev.cairn.kit.intake.Intake;
import dev.cairn.kit.intake.Subscription;
import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of segments. Event times recognise what is known. */
@Startup
@ApplicationScoped
class SegmentConsumer {
    private final Subscription segments;

    SegmentConsumer(Intake intake, FollowMembers followMembers) {
        this.segments = intake.subscribeWithoutInbox(Topics.SEGMENTS, followMembers::follow);
    }

    @Incoming("segments")
    @Blocking
    void on(ConsumerRecords<String, byte[]> batch) {
        segments.take(batch);
    }
}
