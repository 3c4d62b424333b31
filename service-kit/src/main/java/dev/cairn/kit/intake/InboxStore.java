package dev.cairn.kit.intake;

import dev.cairn.contracts.Event;
import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.event.Delivery;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;

/** Remembers which events were handled, in the transaction that handles them. */
@ApplicationScoped
public class InboxStore {
    private final CairnClock clock;

    public InboxStore(CairnClock clock) {
        this.clock = clock;
    }

    private record Key(String source, String id) {}

    /** Those of the deliveries that were not handled before, each once, in their order. */
    List<Delivery<Event>> admit(Tx tx, List<Delivery<Event>> deliveries) {
        var fresh =
                new HashSet<>(
                        tx.query(
                                """
                                INSERT INTO inbox (source, id, handled_at)
                                SELECT source, id, ?
                                FROM unnest(?::text[], ?::text[]) AS e(source, id)
                                ORDER BY source, id
                                ON CONFLICT DO NOTHING
                                RETURNING source, id
                                """,
                                row -> new Key(row.text("source"), row.text("id")),
                                clock.instant(),
                                deliveries.stream().map(Delivery::source).toArray(String[]::new),
                                deliveries.stream().map(Delivery::id).toArray(String[]::new)));
        return deliveries.stream().filter(d -> fresh.remove(new Key(d.source(), d.id()))).toList();
    }
}
