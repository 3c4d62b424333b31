package dev.cairn.devstack.client;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import java.util.function.Function;

/** Does the same for many, a few at a time. */
public final class Crowd {

    /** Enough to keep two cores busy without queueing for connections. */
    private static final int AT_ONCE = 12;

    private Crowd() {}

    public static <T> void each(Collection<T> items, Consumer<T> work) {
        map(
                items,
                item -> {
                    work.accept(item);
                    return item;
                });
    }

    /** The results in the order of the items; the first failure is thrown after all have ended. */
    public static <T, R> List<R> map(Collection<T> items, Function<T, R> work) {
        ThreadFactory virtual = Thread.ofVirtual().factory();
        List<Future<R>> pending = new ArrayList<>();
        try (ExecutorService crowd = Executors.newFixedThreadPool(AT_ONCE, virtual)) {
            items.forEach(item -> pending.add(crowd.submit(() -> work.apply(item))));
        }
        List<R> results = new ArrayList<>();
        pending.forEach(future -> results.add(resultOf(future)));
        return results;
    }

    private static <R> R resultOf(Future<R> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
