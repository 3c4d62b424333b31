package dev.cairn.ledger.approval;

import dev.cairn.kit.db.Database;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.page.Cursor;
import dev.cairn.kit.page.Limit;
import dev.cairn.kit.page.Page;
import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.calendar.Era;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Shows staff what was asked for and what waits for somebody, newest first. */
@ApplicationScoped
public class ShowAsked {
    private static final Place END = new Place(Era.END, new UUID(-1L, -1L));

    private final Database database;

    ShowAsked(Database database) {
        this.database = database;
    }

    /** What there is of one kind. */
    @FunctionalInterface
    public interface Archive<T extends Asked> {
        /**
         * Those before a place, newest first.
         *
         * @param decisions names of those that are meant
         */
        List<T> list(Tx tx, String[] decisions, Instant askedBefore, UUID idBefore, int limit);
    }

    private record Place(Instant askedAt, UUID id) {
        String cursor() {
            return Cursor.encode(askedAt.toString(), id.toString());
        }
    }

    /**
     * A piece of the list.
     *
     * @param status absent for all
     * @throws Problem if there is no such status, or the cursor is not one of a list
     */
    public <T extends Asked> Page<T> page(
            Archive<T> archive, String status, String cursor, Limit limit) {
        var decisions = Decision.names(status);
        var before = Cursor.decode(cursor, 2).map(ShowAsked::place).orElse(END);
        var rows =
                database.read(
                        tx ->
                                archive.list(
                                        tx,
                                        decisions,
                                        before.askedAt(),
                                        before.id(),
                                        limit.andOneMore()));
        return Page.of(rows, limit, last -> new Place(last.askedAt(), last.id()).cursor());
    }

    private static Place place(List<String> parts) {
        try {
            return new Place(Era.instant(parts.getFirst()), UUID.fromString(parts.getLast()));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw Cursor.forged();
        }
    }
}
