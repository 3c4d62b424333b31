package dev.cairn.kit.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class InHandTest {
    private static final KafkaClientService NO_CHANNELS =
            (KafkaClientService)
                    Proxy.newProxyInstance(
                            InHandTest.class.getClassLoader(),
                            new Class<?>[] {KafkaClientService.class},
                            (proxy, method, arguments) -> Set.of());

    private final InHand inHand = new InHand(NO_CHANNELS);

    private CompletableFuture<Void> stop() {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        inHand.stop(new ShutdownEvent());
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    @Test
    void aServiceStopsOnceTheBatchInHandIsDone() throws Exception {
        var begun = new CountDownLatch(1);
        var finish = new CountDownLatch(1);
        var batch =
                CompletableFuture.runAsync(
                        () -> {
                            try (var _ = inHand.begin()) {
                                begun.countDown();
                                finish.await();
                            } catch (InterruptedException e) {
                                throw new IllegalStateException(e);
                            }
                        });
        begun.await();

        var stop = stop();

        assertThat(stop).isNotDone();
        finish.countDown();
        stop.get(5, TimeUnit.SECONDS);
        batch.get(5, TimeUnit.SECONDS);
    }

    @Test
    void aServiceWithNothingInHandStopsAtOnce() throws Exception {
        stop().get(5, TimeUnit.SECONDS);
    }
}
