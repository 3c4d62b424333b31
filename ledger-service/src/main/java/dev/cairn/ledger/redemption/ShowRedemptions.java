package dev.cairn.ledger.redemption;

import dev.cairn.kit.db.Database;
import dev.cairn.kit.page.Cursor;
import dev.cairn.kit.page.Limit;
import dev.cairn.kit.page.Page;
import dev.cairn.kit.problem.KitProblem;
import dev.cairn.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Shows members what they took, and nobody else's. */
@ApplicationScoped
class ShowRedemptions {
    private static final Place END =
            new Place(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1L, -1L));

    private final Database database;
    private final RedemptionStore store;

    ShowRedemptions(Database database, RedemptionStore store) {
        this.database = database;
        this.store = store;
    }

    private record Place(Instant redeemedAt, UUID id) {
        String cursor() {
            return Cursor.encode(redeemedAt.toString(), id.toString());
        }
    }

    Optional<Redemption> one(String memberId, UUID id) {
        return database.read(tx -> store.find(tx, id))
                .filter(redemption -> redemption.account().memberId().equals(memberId));
    }

    Page<Redemption> all(String memberId, String cursor, Limit limit) {
        var before = Cursor.decode(cursor, 2).map(ShowRedemptions::place).orElse(END);
        var rows =
                database.read(
                        tx ->
                                store.list(
                                        tx,
                                        memberId,
                                        before.redeemedAt(),
                                        before.id(),
                                        limit.andOneMore()));
        return Page.of(rows, limit, last -> new Place(last.redeemedAt(), last.id()).cursor());
    }

    private static Place place(List<String> parts) {
        try {
            return new Place(Instant.parse(parts.getFirst()), UUID.fromString(parts.getLast()));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw Problem.of(KitProblem.INVALID_REQUEST, "cursor is not one that a page gave.");
        }
    }
}
