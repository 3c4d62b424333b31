package dev.cairn.ledger.points;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.page.Cursor;
import dev.cairn.kit.page.Limit;
import dev.cairn.kit.page.Page;
import dev.cairn.kit.problem.KitProblem;
import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.calendar.Era;
import dev.cairn.ledger.currency.Currencies;
import dev.cairn.ledger.points.LotListStore.Place;
import dev.cairn.ledger.points.LotView.State;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Shows an account's lots, newest first. */
@ApplicationScoped
class ShowLots {
    private static final Place BEGIN = new Place(Era.END, new UUID(-1L, -1L));

    private final Database database;
    private final LotListStore store;
    private final Currencies currencies;
    private final CairnClock clock;

    ShowLots(Database database, LotListStore store, Currencies currencies, CairnClock clock) {
        this.database = database;
        this.store = store;
        this.currencies = currencies;
        this.clock = clock;
    }

    /**
     * A page of lots.
     *
     * @param state such as {@code pending}; absent means all
     * @throws Problem if there is no such currency or state, or no such place in the list
     */
    Page<LotView> of(String memberId, String currency, String state, String cursor, Limit limit) {
        var known = currencies.require(currency);
        var wanted = state == null ? null : state(state);
        var after = Cursor.decode(cursor, 2).map(ShowLots::place).orElse(BEGIN);
        var rows =
                database.read(
                        tx ->
                                store.list(
                                        tx,
                                        new AccountId(memberId, known.id()),
                                        clock.instant(),
                                        known.zone(),
                                        wanted,
                                        after,
                                        limit.andOneMore()));
        return Page.of(
                rows, limit, lot -> Cursor.encode(lot.earnedAt().toString(), lot.id().toString()));
    }

    private static State state(String text) {
        for (var state : State.values()) {
            if (state.name().toLowerCase(Locale.ROOT).equals(text)) {
                return state;
            }
        }
        throw Problem.of(
                        KitProblem.INVALID_REQUEST,
                        "state is one of "
                                + List.of(State.values()).toString().toLowerCase(Locale.ROOT)
                                + ".")
                .with("field", "state");
    }

    private static Place place(List<String> parts) {
        try {
            return new Place(Era.instant(parts.getFirst()), UUID.fromString(parts.getLast()));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw Cursor.forged();
        }
    }
}
