package dev.cairn.e2e.rollout;

import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Makes one call after the other over one connection, and notes what was not served. */
final class Caller implements Runnable, AutoCloseable {

    private final Connection connection;
    private final Supplier<String> token;
    private final IntFunction<Call> next;
    private final AtomicInteger served = new AtomicInteger();
    private final Queue<String> unserved = new ConcurrentLinkedQueue<>();

    Caller(Connection connection, Supplier<String> token, IntFunction<Call> next) {
        this.connection = connection;
        this.token = token;
        this.next = next;
    }

    @Override
    public void run() {
        Call call = next.apply(served.get() + unserved.size());
        try {
            int status = connection.send(call, token.get());
            if (status >= 200 && status < 300) {
                served.incrementAndGet();
            } else {
                unserved.add(name(call) + " was answered " + status);
            }
        } catch (IOException e) {
            unserved.add(name(call) + " failed: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** How many calls were answered as they should. */
    int served() {
        return served.get();
    }

    List<String> unserved() {
        return List.copyOf(unserved);
    }

    private String name(Call call) {
        return call.method() + " " + connection.service().label() + call.path();
    }

    @Override
    public void close() {
        connection.close();
    }
}
