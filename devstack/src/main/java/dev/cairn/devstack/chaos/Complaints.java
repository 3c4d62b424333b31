package dev.cairn.devstack.chaos;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** What was seen while it ran and must not be, and how often somebody looked. */
final class Complaints {

    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
    private final AtomicLong looks = new AtomicLong();

    void add(String complaint) {
        complaints.add(complaint);
    }

    /** One more check was made. */
    void looked() {
        looks.incrementAndGet();
    }

    /** As {@link #looked}, and it must hold. */
    void check(boolean holds, String otherwise) {
        looked();
        if (!holds) {
            add(otherwise);
        }
    }

    List<String> all() {
        return List.copyOf(complaints);
    }

    long looks() {
        return looks.get();
    }
}
