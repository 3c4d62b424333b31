package dev.cairn.ledger.conformance;

import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.account.Posting;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The till of a shop that reserves points on paper. */
final class PaperTill {
    private final Names names;
    private final Paper paper;
    private final Map<String, AccountId> accountOfHold = new HashMap<>();

    PaperTill(Names names, Paper paper) {
        this.names = names;
        this.paper = paper;
    }

    Engine.Answer place(Command.PlaceHold it) {
        var account = names.account(it.member(), it.currency());
        return place(account, it.id(), null, it.points(), it.lapsesAt());
    }

    Engine.Answer reserve(Command.Reserve it) {
        var account = names.account(it.member(), it.currency());
        return place(account, it.id(), it.id(), it.points(), it.lapsesAt());
    }

    private Engine.Answer place(
            AccountId id, String hold, String reward, long points, Instant lapsesAt) {
        accountOfHold.put(hold, id);
        return paper.change(
                id,
                hold,
                (account, currency) ->
                        paper.holds(id)
                                .place(
                                        account,
                                        currency,
                                        hold,
                                        reward,
                                        points,
                                        lapsesAt,
                                        paper.now()));
    }

    /** What captured a reserved reward, if anything has yet. */
    Optional<Posting> captureOf(String hold) {
        return paper.holds(accountOfHold.get(hold)).captureOf(hold);
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
