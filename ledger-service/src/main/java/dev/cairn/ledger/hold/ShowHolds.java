package dev.cairn.ledger.hold;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.page.Cursor;
import dev.cairn.kit.page.Limit;
import dev.cairn.kit.page.Page;
import dev.cairn.ledger.calendar.Era;
import dev.cairn.ledger.merge.MergedMembers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Shows holds as they are now to those whose points they reserve, who placed them, and staff. */
@ApplicationScoped
class ShowHolds {
    private static final Place END = new Place(Era.END, new UUID(-1L, -1L));

    private final Database database;
    private final HoldStore store;
    private final MergedMembers mergedMembers;
    private final CairnClock clock;

    ShowHolds(Database database, HoldStore store, MergedMembers mergedMembers, CairnClock clock) {
        this.database = database;
        this.store = store;
        this.mergedMembers = mergedMembers;
        this.clock = clock;
    }

    private record Place(Instant placedAt, UUID id) {
        String cursor() {
            return Cursor.encode(placedAt.toString(), id.toString());
        }
    }

    Optional<Hold> one(UUID id) {
        return database.read(tx -> store.find(tx, id)).map(hold -> hold.asOf(clock.instant()));
    }

    /** A member's holds, and those of who was merged into it. */
    Page<HoldView> all(String memberId, String cursor, Limit limit) {
        var before = Cursor.decode(cursor, 2).map(ShowHolds::place).orElse(END);
        var now = clock.instant();
        var rows =
                database.read(
                        tx ->
                                store.list(
                                        tx,
                                        mergedMembers.all(tx, memberId),
                                        before.placedAt(),
                                        before.id(),
                                        limit.andOneMore()));
        return Page.of(
                rows.stream().map(hold -> HoldView.of(hold.asOf(now))).toList(),
                limit,
                last -> new Place(last.placedAt(), last.id()).cursor());
    }

    private static Place place(List<String> parts) {
        try {
            return new Place(Era.instant(parts.getFirst()), UUID.fromString(parts.getLast()));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw Cursor.forged();
        }
    }
}
