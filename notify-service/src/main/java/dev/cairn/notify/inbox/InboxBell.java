package dev.cairn.notify.inbox;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells open streams of this process that a member's inbox has something new. */
@ApplicationScoped
public class InboxBell {
    private final BroadcastProcessor<String> rings = BroadcastProcessor.create();

    void ring(String memberId) {
        synchronized (rings) {
            rings.onNext(memberId);
        }
    }

    Multi<String> of(String memberId) {
        return rings.filter(memberId::equals).onOverflow().dropPreviousItems();
    }
}
