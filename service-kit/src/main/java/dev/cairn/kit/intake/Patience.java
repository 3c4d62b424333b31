package dev.cairn.kit.intake;

import dev.cairn.kit.db.DatabaseException;
import dev.cairn.kit.event.EventPublisher.PublishingFailed;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Tries again while the database or the broker is away: soon at first, then every two seconds. */
@ApplicationScoped
public class Patience {
    private static final long FIRST_MILLIS = 50;
    private static final long LONGEST_MILLIS = 2000;

    private final CountDownLatch stopping = new CountDownLatch(1);

    void stop(@Observes @Priority(1) ShutdownEvent event) {
        stopping.countDown();
    }

    /**
     * Runs the work until it does not fail for want of a connection.
     *
     * @throws RuntimeException what the work throws for any other reason, or the last failure when
     *     the service stops; nothing is acknowledged then, and the records come again
     */
    void untilReachable(Runnable work) {
        var wait = FIRST_MILLIS;
        while (true) {
            try {
                work.run();
                return;
            } catch (DatabaseException e) {
                if (!e.transientFailure() || stopsWithin(wait)) {
                    throw e;
                }
                Log.warnf("waiting for the database: state=%s", e.sqlState());
            } catch (PublishingFailed e) {
                if (stopsWithin(wait)) {
                    throw e;
                }
                Log.warn("waiting for the broker");
            }
            wait = Math.min(wait * 2, LONGEST_MILLIS);
        }
    }

    private boolean stopsWithin(long millis) {
        try {
            return stopping.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
