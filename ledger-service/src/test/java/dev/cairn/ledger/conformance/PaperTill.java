package dev.cairn.ledger.conformance;

import dev.cairn.ledger.account.AccountId;
import java.util.HashMap;
import java.util.Map;

/** The till of a shop that reserves points on paper. */
final class PaperTill {
    private final Names names;
    private final Paper paper;
    private final Map<String, AccountId> accountOfHold = new HashMap<>();

    PaperTill(Names names, Paper paper) {
        this.names = names;
        this.paper = paper;
    }

    Engine.Answer place(Command.PlaceHold wish) {
        var id = names.account(wish.member(), wish.currency());
        accountOfHold.put(wish.id(), id);
        return paper.change(
                id,
                wish.id(),
                (account, currency) ->
                        paper.holds(id)
                                .place(
                                        account,
                                        currency,
                                        wish.id(),
                                        wish.points(),
                                        wish.lapsesAt(),
                                        paper.now()));
    }

    Engine.Answer extend(Command.Extend it) {
        var id = accountOfHold.get(it.hold());
        return paper.change(
                id,
                it.hold(),
                (account, currency) ->
                        paper.holds(id).extend(account, currency, it.hold(), it.lapsesAt()));
    }

    Engine.Answer capture(Command.Capture it) {
        var id = accountOfHold.get(it.hold());
        return paper.change(
                id,
                it.hold(),
                (account, currency) ->
                        paper.holds(id)
                                .capture(account, currency, it.hold(), it.points(), paper.now()));
    }

    Engine.Answer release(Command.VoidHold it) {
        var id = accountOfHold.get(it.hold());
        return paper.change(
                id,
                it.hold(),
                (account, currency) ->
                        paper.holds(id).release(account, currency, it.hold(), paper.now()));
    }

    Engine.Answer refund(Command.Refund it) {
        var id = accountOfHold.get(it.of());
        return paper.change(
                id,
                it.id(),
                (account, currency) ->
                        paper.holds(id)
                                .refund(account, currency, it.of(), it.points(), paper.now()));
    }
}
