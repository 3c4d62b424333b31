package dev.cairn.devstack.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.devstack.Component;
import dev.cairn.devstack.DevstackFailure;
import dev.cairn.devstack.Platform;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.TopicPartition;

/**
 * Waits until nothing is on its way: every topic is read to its end, every outbox is empty, and a
 * second look finds the ends where they were. Between the looks nothing was published, and before
 * the second nothing waited, so nothing can follow.
 */
public final class Settle {

    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final long POLL = TimeUnit.MILLISECONDS.toNanos(20);

    private final Platform platform;
    private final Http http;
    private final Broker broker;

    public Settle(Platform platform, Http http, Broker broker) {
        this.platform = platform;
        this.http = http;
        this.broker = broker;
    }

    /** What one look saw; {@code waiting} names whatever is not done. */
    record Look(Map<TopicPartition, Long> ends, List<String> waiting) {
        boolean isQuiet() {
            return waiting.isEmpty();
        }
    }

    public void await() {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        Look before = look();
        while (true) {
            Look now = look();
            if (before.isQuiet() && now.isQuiet() && before.ends().equals(now.ends())) {
                return;
            }
            if (System.nanoTime() > deadline) {
                throw new DevstackFailure(
                        "The platform did not settle within "
                                + LIMIT.toSeconds()
                                + " s: "
                                + String.join(", ", now.waiting())
                                + ".");
            }
            if (!now.isQuiet()) {
                LockSupport.parkNanos(POLL);
            }
            before = now;
        }
    }

    private Look look() {
        try {
            Broker.View view = broker.look(Map.of());
            if (!view.isRead()) {
                view = broker.look(handled());
            }
            List<String> waiting = new ArrayList<>();
            new TreeMap<>(view.lags())
                    .forEach(
                            (who, lag) -> {
                                if (lag > 0) {
                                    waiting.add(who + " is " + lag + " records behind");
                                }
                            });
            if (waiting.isEmpty()) {
                Component.SERVICES.forEach(service -> outbox(service, waiting));
            }
            return new Look(view.ends(), waiting);
        } catch (DevstackFailure somebodyIsAway) {
            return new Look(Map.of(), List.of(somebodyIsAway.getMessage()));
        }
    }

    private Map<String, Map<String, Long>> handled() {
        Map<String, Map<String, Long>> handled = new TreeMap<>();
        for (Component service : Component.SERVICES) {
            Map<String, Long> next = new TreeMap<>();
            quiet(service)
                    .path("handled")
                    .forEachEntry((partition, offset) -> next.put(partition, offset.asLong()));
            handled.put(service.label(), next);
        }
        return handled;
    }

    private JsonNode quiet(Component service) {
        return http.get(platform.managementUrl(service) + "/quiet").orFail().json();
    }

    private void outbox(Component service, List<String> waiting) {
        JsonNode quiet = quiet(service);
        long events = quiet.path("outbox").asLong();
        long pieces = quiet.path("backlog").asLong();
        if (events > 0) {
            waiting.add("the outbox of " + service.label() + " holds " + events + " events");
        }
        if (pieces > 0) {
            waiting.add(service.label() + " still has " + pieces + " pieces of work to do");
        }
    }
}
