package dev.cairn.ledger.adjustment;

import dev.cairn.kit.db.Database;
import dev.cairn.kit.page.Cursor;
import dev.cairn.kit.page.Limit;
import dev.cairn.kit.page.Page;
import dev.cairn.kit.problem.KitProblem;
import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.adjustment.Adjustment.State;
import dev.cairn.ledger.calendar.Era;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Shows staff what was adjusted and what waits for somebody. */
@ApplicationScoped
class ShowAdjustments {
    private static final Place END = new Place(Era.END, new UUID(-1L, -1L));

    private final Database database;
    private final AdjustmentStore store;

    ShowAdjustments(Database database, AdjustmentStore store) {
        this.database = database;
        this.store = store;
    }

    private record Place(Instant askedAt, UUID id) {
        String cursor() {
            return Cursor.encode(askedAt.toString(), id.toString());
        }
    }

    /**
     * @param status absent for all
     */
    Page<Adjustment> all(String status, String cursor, Limit limit) {
        var state = status == null ? null : state(status);
        var before = Cursor.decode(cursor, 2).map(ShowAdjustments::place).orElse(END);
        var rows =
                database.read(
                        tx ->
                                store.list(
                                        tx,
                                        state,
                                        before.askedAt(),
                                        before.id(),
                                        limit.andOneMore()));
        return Page.of(rows, limit, last -> new Place(last.askedAt(), last.id()).cursor());
    }

    private static State state(String status) {
        return Arrays.stream(State.values())
                .filter(state -> state.label().equals(status))
                .findFirst()
                .orElseThrow(
                        () ->
                                Problem.of(
                                                KitProblem.INVALID_REQUEST,
                                                "status takes waiting, done or rejected.")
                                        .with("field", "status"));
    }

    private static Place place(List<String> parts) {
        try {
            return new Place(Era.instant(parts.getFirst()), UUID.fromString(parts.getLast()));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw Cursor.forged();
        }
    }
}
