package dev.cairn.rules.state;

import dev.cairn.rules.programme.Programme;
import io.quarkus.logging.Log;
import io.quarkus.redis.datasource.RedisDataSource;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Copies of snapshots in Redis. Redis may be flushed, slow or away at any moment: then readers go
 * to PostgreSQL and get the same answer.
 *
 * <p>An older copy never replaces a newer one. After each failure, and at start, this instance
 * opens a new epoch before it uses Redis again: what it could not keep up to date is never read.
 * Nor is what Redis itself brings back from its disk when it starts again, because its run id is
 * new.
 */
@ApplicationScoped
public class SnapshotCache {
    /** An hour of silence per member is rare enough; longer only costs memory. */
    private static final String LIFE_SECONDS = String.valueOf(Duration.ofHours(1).toSeconds());

    /** How long Redis is left alone after it failed. */
    private static final long REST_NANOS = Duration.ofSeconds(1).toNanos();

    private static final String PUT =
            """
            local run = string.match(redis.call('INFO', 'server'), 'run_id:(%w+)')
            local epoch = run .. (redis.call('GET', KEYS[1]) or '0')
            for i = 2, #KEYS do
              local seq, snapshot = ARGV[i * 2 - 2], ARGV[i * 2 - 1]
              local old = redis.call('HMGET', KEYS[i], 'epoch', 'seq')
              if old[1] ~= epoch or tonumber(old[2]) <= tonumber(seq) then
                redis.call('HSET', KEYS[i], 'epoch', epoch, 'seq', seq, 'snapshot', snapshot)
                redis.call('EXPIRE', KEYS[i], ARGV[1])
              end
            end
            return 1
            """;
    private static final String GET =
            """
            local run = string.match(redis.call('INFO', 'server'), 'run_id:(%w+)')
            local epoch = run .. (redis.call('GET', KEYS[1]) or '0')
            local copy = redis.call('HMGET', KEYS[2], 'epoch', 'snapshot')
            if copy[1] == epoch then return copy[2] end
            return false
            """;

    private final RedisDataSource redis;
    private final CacheMetrics metrics;
    private final String prefix;
    private final AtomicLong failures = new AtomicLong(1);
    private volatile long failuresAtEpoch;
    private volatile long restUntil = System.nanoTime();

    SnapshotCache(RedisDataSource redis, CacheMetrics metrics, Programme programme) {
        this.redis = redis;
        this.metrics = metrics;
        this.prefix = "{cairn:rules:%s:%d}:".formatted(programme.id(), programme.version());
    }

    /** What Redis said. */
    private sealed interface Reply {
        record Said(Optional<String> text) implements Reply {}

        record Silence() implements Reply {}
    }

    /** A copy, if there is one that still tells the truth. */
    public Optional<Snapshot> get(String member, Predicate<Snapshot> stillTrue) {
        return switch (ask(() -> redis.execute("EVAL", GET, "2", epoch(), key(member)))) {
            case Reply.Said said -> {
                var copy = said.text().flatMap(SnapshotCodec::decode).filter(stillTrue);
                metrics.answered(copy.isPresent());
                yield copy;
            }
            case Reply.Silence silence -> {
                metrics.failed();
                yield Optional.empty();
            }
        };
    }

    /** Keeps copies; all in one round trip. */
    public void put(Map<String, Snapshot> snapshots) {
        var command = new ArrayList<>(List.of(PUT, String.valueOf(snapshots.size() + 1), epoch()));
        snapshots.keySet().forEach(member -> command.add(key(member)));
        command.add(LIFE_SECONDS);
        for (var snapshot : snapshots.values()) {
            command.add(String.valueOf(snapshot.seq()));
            command.add(SnapshotCodec.encode(snapshot));
        }
        ask(() -> redis.execute("EVAL", command.toArray(String[]::new)));
    }

    private Reply ask(Supplier<Response> question) {
        if (System.nanoTime() - restUntil < 0) {
            failures.incrementAndGet();
            return new Reply.Silence();
        }
        try {
            openEpoch();
            return new Reply.Said(Optional.ofNullable(question.get()).map(Object::toString));
        } catch (RuntimeException e) {
            if (failures.getAndIncrement() == failuresAtEpoch) {
                Log.warnf("Redis does not answer, going on without it: %s", e.getMessage());
            }
            restUntil = System.nanoTime() + REST_NANOS;
            return new Reply.Silence();
        }
    }

    private void openEpoch() {
        var seen = failures.get();
        if (failuresAtEpoch < seen) {
            redis.execute("INCR", epoch());
            failuresAtEpoch = seen;
        }
    }

    private String epoch() {
        return prefix + "epoch";
    }

    private String key(String member) {
        return prefix + "member:" + member;
    }
}
