package dev.cairn.devstack.bench;

import dev.cairn.devstack.DevstackFailure;
import dev.cairn.devstack.process.Await;
import java.sql.Connection;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * The whole service: awards lie in the topic, the ledger is let go, and the clock runs until the
 * last of them is posted. Publishing what follows from them goes on beside it and is waited for as
 * well, so that no block leaves its work to the next.
 */
final class Drain {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final Bed bed;
    private final AwardFeed feed;
    private final Connection watch;

    Drain(Bed bed, AwardFeed feed, Connection watch) {
        this.bed = bed;
        this.feed = feed;
        this.watch = watch;
    }

    Measured run(int events, Supplier<String> members) {
        bed.awaitPublished(watch);
        long before = lastPosted();
        bed.freeze();
        Cpu cpu;
        long began;
        try {
            feed.send(events, members);
            cpu = bed.cpu();
            began = System.nanoTime();
        } finally {
            bed.letGo();
        }
        awaitPosted(before + feed.partitions());
        double posting = (System.nanoTime() - began) / 1e9;
        bed.awaitPublished(watch);
        double publishing = (System.nanoTime() - began) / 1e9;
        return new Measured(events + feed.partitions(), posting, publishing, bed.cpu().since(cpu));
    }

    /** Waits for awards that were sent beside a block. */
    void awaitRest() {
        long before = lastPosted();
        feed.send(0, () -> "");
        awaitPosted(before + feed.partitions());
        bed.awaitPublished(watch);
    }

    private void awaitPosted(long expected) {
        if (!Await.until(LIMIT, () -> lastPosted() >= expected)) {
            throw new DevstackFailure("The ledger did not post all awards in time.");
        }
    }

    private long lastPosted() {
        return Sql.number(
                watch,
                "SELECT coalesce(sum(version), 0) FROM balance WHERE member_id IN ("
                        + feed.lastOnes()
                        + ")");
    }
}
