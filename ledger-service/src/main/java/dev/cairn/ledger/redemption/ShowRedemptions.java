package dev.cairn.ledger.redemption;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.page.Cursor;
import dev.cairn.kit.page.Limit;
import dev.cairn.kit.page.Page;
import dev.cairn.ledger.calendar.Era;
import dev.cairn.ledger.code.CodeStore;
import dev.cairn.ledger.merge.MergedMembers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Shows members what they took or have reserved, they or who was merged into them, and nobody
 * else's.
 */
@ApplicationScoped
class ShowRedemptions {
    private static final Place END = new Place(Era.END, new UUID(-1L, -1L));

    private final Database database;
    private final RedemptionStore store;
    private final HistoryStore history;
    private final CodeStore codes;
    private final MergedMembers mergedMembers;
    private final CairnClock clock;

    ShowRedemptions(
            Database database,
            RedemptionStore store,
            HistoryStore history,
            CodeStore codes,
            MergedMembers mergedMembers,
            CairnClock clock) {
        this.database = database;
        this.store = store;
        this.history = history;
        this.codes = codes;
        this.mergedMembers = mergedMembers;
        this.clock = clock;
    }

    private record Place(Instant redeemedAt, UUID id) {
        String cursor() {
            return Cursor.encode(redeemedAt.toString(), id.toString());
        }
    }

    /** A member's own, with its code. */
    Optional<RedemptionView> one(String memberId, UUID id) {
        return database.read(
                tx ->
                        store.find(tx, id)
                                .filter(found -> own(tx, memberId, found))
                                .map(found -> mine(tx, List.of(found)).getFirst()));
    }

    private boolean own(Tx tx, String memberId, Redemption redemption) {
        return mergedMembers.all(tx, memberId).contains(redemption.account().memberId());
    }

    /** Anybody's, without its code. */
    Optional<RedemptionView> toStaff(UUID id) {
        return database.read(
                tx ->
                        store.find(tx, id)
                                .map(
                                        found ->
                                                RedemptionView.of(
                                                        found.asOf(clock.instant()),
                                                        history.steps(tx, List.of(id))
                                                                .getOrDefault(id, List.of()),
                                                        null)));
    }

    Page<RedemptionView> all(String memberId, String cursor, Limit limit) {
        var before = Cursor.decode(cursor, 2).map(ShowRedemptions::place).orElse(END);
        var rows =
                database.read(
                        tx ->
                                mine(
                                        tx,
                                        store.list(
                                                tx,
                                                mergedMembers.all(tx, memberId),
                                                before.redeemedAt(),
                                                before.id(),
                                                limit.andOneMore())));
        return Page.of(
                rows,
                limit,
                last -> new Place(last.redemption().redeemedAt(), last.redemption().id()).cursor());
    }

    private List<RedemptionView> mine(Tx tx, List<Redemption> redemptions) {
        var ids = redemptions.stream().map(Redemption::id).toList();
        var steps = history.steps(tx, ids);
        var good = codes.of(tx, ids);
        var now = clock.instant();
        return redemptions.stream()
                .map(
                        redemption ->
                                RedemptionView.of(
                                        redemption.asOf(now),
                                        steps.getOrDefault(redemption.id(), List.of()),
                                        good.get(redemption.id())))
                .toList();
    }

    private static Place place(List<String> parts) {
        try {
            return new Place(Era.instant(parts.getFirst()), UUID.fromString(parts.getLast()));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw Cursor.forged();
        }
    }
}
