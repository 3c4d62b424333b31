package dev.cairn.devstack.process;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition that lies in another process. */
public final class Await {

    private static final long POLL = TimeUnit.MILLISECONDS.toNanos(25);

    private Await() {}

    /** True as soon as the condition holds; false when the limit has passed. */
    public static boolean until(Duration limit, BooleanSupplier condition) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0 || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(POLL);
        }
        return true;
    }
}
