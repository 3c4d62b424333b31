package dev.cairn.ledger.partner;

import dev.cairn.kit.db.Database;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.page.Cursor;
import dev.cairn.kit.page.Limit;
import dev.cairn.kit.page.Page;
import dev.cairn.kit.problem.KitProblem;
import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.LedgerProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Shows settlements to staff, who name a partner, and to partners, who are one. */
@ApplicationScoped
class ShowSettlements {
    private final Database database;
    private final PartnerStore partners;
    private final SettlementStore store;
    private final LineStore lines;

    ShowSettlements(
            Database database, PartnerStore partners, SettlementStore store, LineStore lines) {
        this.database = database;
        this.partners = partners;
        this.store = store;
        this.lines = lines;
    }

    /** Whose settlements. */
    interface Whose extends Function<Tx, Optional<Partner>> {}

    Whose ofPartner(String id) {
        return tx -> partners.find(tx, id);
    }

    Whose ofClient(String clientId) {
        return tx -> partners.ofClient(tx, clientId);
    }

    Page<Settlement> list(Whose whose, String cursor, Integer limit) {
        var before =
                Cursor.decode(cursor, 1)
                        .map(parts -> Cursor.number(parts.getFirst()))
                        .orElse(Long.MAX_VALUE);
        var size = Limit.of(limit);
        var rows =
                database.read(
                        tx -> store.list(tx, partner(tx, whose).id(), before, size.andOneMore()));
        return Page.of(rows, size, last -> Cursor.encode(Long.toString(last.number())));
    }

    Settlement one(Whose whose, long number) {
        return database.read(tx -> settlement(tx, whose, number));
    }

    Page<Line> lines(Whose whose, long number, String cursor, Integer limit) {
        var size = Limit.of(limit);
        var after =
                Cursor.decode(cursor, 1)
                        .map(parts -> Cursor.number(parts.getFirst()))
                        .orElse(0L);
        var rows =
                database.read(
                        tx -> {
                            var settlement = settlement(tx, whose, number);
                            return lines(tx, settlement, after, size.andOneMore());
                        });
        return Page.of(rows, size, last -> Cursor.encode(Long.toString(last.place())));
    }

    String file(Whose whose, long number) {
        return database.read(
                tx -> {
                    var settlement = settlement(tx, whose, number);
                    var all = lines(tx, settlement, 0, Integer.MAX_VALUE);
                    return SettlementFile.of(settlement, all);
                });
    }

    private List<Line> lines(Tx tx, Settlement settlement, long after, int limit) {
        return lines.list(tx, settlement.partner(), settlement.number(), after, limit);
    }

    private Settlement settlement(Tx tx, Whose whose, long number) {
        return store.find(tx, partner(tx, whose).id(), number)
                .orElseThrow(
                        () -> Problem.of(KitProblem.NOT_FOUND, "There is no such settlement."));
    }

    private static Partner partner(Tx tx, Whose whose) {
        return whose.apply(tx)
                .orElseThrow(
                        () ->
                                Problem.of(
                                        LedgerProblem.PARTNER_UNKNOWN,
                                        "There is no such partner."));
    }
}
