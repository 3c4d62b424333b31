package dev.cairn.notify.email;

import dev.cairn.notify.delivery.Letter;
import dev.cairn.notify.template.Wording;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.*;
import java.time.Duration;
import java.util.*;
import java.util.concurrent.*;
import org.junit.jupiter.api.Test;

class StressTest {
    @Test
    void stress() throws Exception {
        var vertx = Vertx.vertx();
        try (var server = new ScriptedMailServer(Map.of())) {
            for (var direct : List.of(true, false)) {
                var client = MailClient.create(vertx, new io.vertx.ext.mail.MailConfig().setHostname("127.0.0.1").setPort(server.port()).setKeepAlive(false).setMaxPoolSize(8));
                var carrier = new EmailCarrier(vertx, client, new dev.cairn.notify.email.MailConfig() {
                    public String from() { return "a@b.example"; }
                    public Duration patience() { return Duration.ofSeconds(4); }
                });
                var bad = new java.util.concurrent.atomic.AtomicInteger();
                var ex = Executors.newVirtualThreadPerTaskExecutor();
                var fs = new ArrayList<Future<?>>();
                var sem = new Semaphore(8);
                for (int i = 0; i < 3000; i++) {
                    fs.add(ex.submit(() -> {
                        sem.acquire();
                        try {
                            var l = new Letter(UUID.randomUUID(), "s@example.org", new Wording("S", "<p>h</p>", "t", "i"), Optional.empty());
                            if (direct) {
                                try { client.sendMail(new MailWriter("a@b.example").mail(l)).toCompletionStage().toCompletableFuture().get(4, TimeUnit.SECONDS); } catch (TimeoutException e) { bad.incrementAndGet(); }
                            } else if (!(carrier.hand(l) instanceof dev.cairn.notify.delivery.Handover.Accepted)) bad.incrementAndGet();
                        } finally { sem.release(); }
                        return null;
                    }));
                }
                for (var f : fs) f.get();
                System.err.println("STRESS direct=" + direct + " bad=" + bad);
            }
        }
    }
}
