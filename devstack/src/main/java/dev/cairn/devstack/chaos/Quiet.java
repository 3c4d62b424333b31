package dev.cairn.devstack.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.devstack.DevstackFailure;
import dev.cairn.devstack.process.Await;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** Whether the ledger has done all that it was told to do. */
final class Quiet {

    private final Arena arena;
    private final LedgerTime time;
    private final GroupWatch group;

    Quiet(Arena arena, LedgerTime time, GroupWatch group) {
        this.arena = arena;
        this.time = time;
        this.group = group;
    }

    /** Records that wait; unknown while the broker is away. */
    OptionalLong lag() {
        try {
            return OptionalLong.of(group.lag(handled()));
        } catch (DevstackFailure away) {
            return OptionalLong.empty();
        }
    }

    /** Returns when every record was handled and every event was told. */
    void await(Duration limit) {
        if (!Await.until(limit, () -> isQuiet() && isQuiet())) {
            throw new DevstackFailure(
                    "The ledger was not done within %d s: %s records wait."
                            .formatted(limit.toSeconds(), lag()));
        }
    }

    private boolean isQuiet() {
        return lag().orElse(1) == 0 && arena.replicas().stream().allMatch(this::isDone);
    }

    private boolean isDone(Replica replica) {
        JsonNode quiet = time.quiet(replica);
        return quiet.path("outbox").asLong(1) == 0 && quiet.path("backlog").asLong(1) == 0;
    }

    private Map<String, Long> handled() {
        Map<String, Long> handled = new HashMap<>();
        for (Replica replica : arena.replicas()) {
            time.quiet(replica)
                    .path("handled")
                    .forEachEntry(
                            (partition, offset) ->
                                    handled.merge(partition, offset.asLong(), Math::max));
        }
        return handled;
    }
}
