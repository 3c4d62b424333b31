package dev.cairn.kit.intake;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Which batches are being handled. A service that stops takes no more, and ends those first. */
@ApplicationScoped
public class InHand {
    private static final long LONGEST_STOP_SECONDS = 5;
    private static final Duration PAUSE_WITHIN = Duration.ofSeconds(1);

    private final ReentrantReadWriteLock batches = new ReentrantReadWriteLock(true);
    private final KafkaClientService channels;

    public InHand(KafkaClientService channels) {
        this.channels = channels;
    }

    /** A batch that is being handled until this is closed. */
    interface Hand extends AutoCloseable {
        @Override
        void close();
    }

    Hand begin() {
        batches.readLock().lock();
        return () -> batches.readLock().unlock();
    }

    void stop(@Observes @Priority(2) ShutdownEvent event) throws InterruptedException {
        channels.getConsumerChannels().forEach(this::pause);
        if (batches.writeLock().tryLock(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
            batches.writeLock().unlock();
        } else {
            Log.warn("stopping with a batch in hand; its records come again");
        }
    }

    private void pause(String channel) {
        try {
            channels.getConsumers(channel)
                    .forEach(consumer -> consumer.pause().await().atMost(PAUSE_WITHIN));
        } catch (RuntimeException e) {
            Log.debugf("channel not paused: channel=%s", channel);
        }
    }
}
