package dev.cairn.notify.delivery;

import static java.util.concurrent.CompletableFuture.supplyAsync;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.clock.Sweep;
import dev.cairn.notify.channel.Channel;
import dev.cairn.notify.delivery.SettleHandover.Answered;
import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Sends what is due: as soon as it is asked for, when time has passed, and every few seconds in
 * case a wake-up was lost. One at a time per process; other processes take other messages.
 */
@ApplicationScoped
public class Dispatcher implements Sweep {
    private final DecideDue decideDue;
    private final SettleHandover settleHandover;
    private final MessageMetrics metrics;
    private final CairnClock clock;
    private final Map<Channel, Carrier> carriers;
    private final ExecutorService executor;
    private final Semaphore lanes;
    private final Duration startWithin;
    private final ReentrantLock running = new ReentrantLock();
    private final AtomicBoolean wanted = new AtomicBoolean();

    public Dispatcher(
            DecideDue decideDue,
            SettleHandover settleHandover,
            MessageMetrics metrics,
            CairnClock clock,
            SendConfig config,
            @All List<Carrier> carriers,
            @VirtualThreads ExecutorService executor) {
        this.decideDue = decideDue;
        this.settleHandover = settleHandover;
        this.metrics = metrics;
        this.clock = clock;
        this.carriers =
                carriers.stream().collect(Collectors.toMap(Carrier::channel, Function.identity()));
        this.executor = executor;
        this.lanes = new Semaphore(config.parallel());
        this.startWithin = config.lease().minus(Carrier.LONGEST);
        if (startWithin.isNegative()) {
            throw new IllegalStateException(
                    "cairn.send.lease must be longer than " + Carrier.LONGEST);
        }
    }

    @Override
    public String name() {
        return "messages";
    }

    @Override
    public void run(Instant now) {
        running.lock();
        try {
            drain(now);
        } finally {
            running.unlock();
        }
    }

    /** Has what is due sent soon, on another thread. */
    public void wake() {
        if (wanted.compareAndSet(false, true)) {
            executor.execute(this::answerWake);
        }
    }

    @Scheduled(every = "5s", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void beat() {
        wake();
    }

    private void answerWake() {
        running.lock();
        try {
            wanted.set(false);
            drain(clock.instant());
        } catch (RuntimeException e) {
            Log.error("sending stopped, next try follows", e);
        } finally {
            running.unlock();
        }
    }

    private void drain(Instant now) {
        while (settleHandover.resolveAbandoned(now) > 0) {
            Log.info("abandoned messages were resolved");
        }
        var decided = decideDue.run(now);
        while (decided.messages() > 0) {
            settleHandover.settle(handOver(decided.letters()));
            decided = decideDue.run(now);
        }
    }

    private List<Answered> handOver(List<Outgoing> letters) {
        var lastStart = System.nanoTime() + startWithin.toNanos();
        var answers =
                letters.stream()
                        .map(l -> supplyAsync(() -> handOver(l, lastStart), executor))
                        .toList();
        return answers.stream().map(CompletableFuture::join).toList();
    }

    /** A letter whose turn comes too late is not begun: it must be done within its lease. */
    private Answered handOver(Outgoing letter, long lastStart) {
        lanes.acquireUninterruptibly();
        try {
            var answer =
                    System.nanoTime() - lastStart > 0
                            ? new Handover.Busy()
                            : metrics.time(
                                    letter.channel(),
                                    () -> carriers.get(letter.channel()).hand(letter.letter()));
            return new Answered(letter, answer);
        } finally {
            lanes.release();
        }
    }
}
