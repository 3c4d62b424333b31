package dev.cairn.notify.email;

import dev.cairn.notify.NotifyTest;
import dev.cairn.notify.delivery.Letter;
import dev.cairn.notify.template.Wording;
import jakarta.inject.Inject;
import java.util.*;
import java.util.concurrent.*;
import org.junit.jupiter.api.Test;

@NotifyTest
class StressTest {
    @Inject EmailCarrier carrier;

    @Test
    void stress() throws Exception {
        var ex = Executors.newVirtualThreadPerTaskExecutor();
        for (int i = 0; i < 400; i++) {
            var t0 = System.nanoTime();
            var n = i % 7 == 0 ? 8 : 1;
            var fs = new ArrayList<Future<?>>();
            for (int k = 0; k < n; k++) {
                var l = new Letter(UUID.randomUUID(), "s" + i + "@example.org", new Wording("S", "<p>h</p>", "t", "i"), Optional.empty());
                fs.add(ex.submit(() -> carrier.hand(l)));
            }
            for (var f : fs) { var r = f.get(); if (!(r instanceof dev.cairn.notify.delivery.Handover.Accepted)) System.err.println("STRESS " + i + " " + r); }
            var ms = (System.nanoTime() - t0) / 1_000_000;
            if (ms > 1000) System.err.println("STRESS slow " + i + " " + ms);
            java.util.concurrent.locks.LockSupport.parkNanos((i * 37 % 50) * 2_000_000L);
        }
    }
}
