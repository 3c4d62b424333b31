package dev.cairn.e2e.fault;

import static org.awaitility.Awaitility.await;

import dev.cairn.devstack.Component;
import dev.cairn.e2e.platform.Cairn;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Strikes when virtual time has come, and brings back what it killed. */
final class Chaos implements AutoCloseable {

    private static final Duration LONGEST_PLAY = Duration.ofMinutes(10);
    private static final Duration LOOK = Duration.ofMillis(40);

    private final Cairn cairn;
    private final ExecutorService hand = Executors.newSingleThreadExecutor();
    private final CompletableFuture<Void> blows;

    private Chaos(Cairn cairn, List<Blow> plan) {
        this.cairn = cairn;
        this.blows = CompletableFuture.runAsync(() -> plan.forEach(this::strike), hand);
    }

    static Chaos begin(Cairn cairn, List<Blow> plan) {
        return new Chaos(cairn, plan);
    }

    /** Returns when every blow has fallen and everything runs again. */
    void awaitEnd() {
        blows.join();
    }

    /** No further blow falls. */
    @Override
    public void close() {
        hand.shutdownNow();
    }

    private void strike(Blow blow) {
        await().pollInterval(LOOK)
                .atMost(LONGEST_PLAY)
                .until(() -> !cairn.now().isBefore(blow.at()));
        Optional<Component> victim = blow.victim();
        victim.ifPresent(
                component -> {
                    cairn.devstack().kill9(component);
                    cairn.devstack().start(component);
                });
        if (victim.isEmpty()) {
            RedisMemory.lose(cairn.platform());
        }
    }
}
