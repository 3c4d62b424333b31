package dev.cairn.ledger.conformance;

import dev.cairn.contracts.RewardEvent.AwardCategory;
import dev.cairn.contracts.RewardEvent.AwardSet;
import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.LedgerProblem;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.account.Posting;
import dev.cairn.ledger.adjustment.AdjustmentsOnPaper;
import dev.cairn.ledger.conversion.ConversionsOnPaper;
import dev.cairn.ledger.currency.Currencies;
import dev.cairn.ledger.expiry.ReinstatementsOnPaper;
import dev.cairn.ledger.redemption.RedemptionsOnPaper;
import dev.cairn.ledger.transfer.TransfersOnPaper;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The pure rules of this ledger, with paper instead of a database. */
final class AlgebraEngine implements Engine {
    private final Currencies currencies;
    private final Names names;
    private final Paper paper;
    private final PaperTill till;
    private final Map<String, Posting> redemptions = new HashMap<>();
    private final Map<AccountId, Command.Merge> merges = new HashMap<>();
    private final Desk desk = new Desk();

    AlgebraEngine(Case which, Currencies currencies) {
        this.currencies = currencies;
        this.names = new Names(which.given().currencies());
        this.paper = new Paper(names, currencies);
        this.till = new PaperTill(names, paper);
    }

    @Override
    public void setTime(Instant now) {
        paper.setTime(now);
    }

    @Override
    public Answer execute(Command command) {
        return switch (command) {
            case Command.PassTime time -> new Answer.Accepted();
            case Command.SetAward award -> set(award);
            case Command.SetAwards batch -> set(batch);
            case Command.CancelAward it -> cancel(it);
            case Command.Freeze it -> freeze(it.member(), true);
            case Command.Unfreeze it -> freeze(it.member(), false);
            case Command.Merge it -> merge(it);
            case Command.Redeem wish -> once(wish.member(), wish.key(), wish);
            case Command wish -> once(null, wish, wish);
        };
    }

    private Answer once(String caller, Object key, Command wish) {
        return desk.once(new Desk.Key(caller, key), wish, () -> answer(wish));
    }

    private Answer answer(Command wish) {
        return switch (wish) {
            case Command.Activate it -> activate(it);
            case Command.Redeem it -> redeem(it);
            case Command.CancelRedemption it -> cancel(it);
            case Command.PlaceHold it -> till.place(it);
            case Command.Reserve it -> till.reserve(it);
            case Command.Extend it -> till.extend(it);
            case Command.Capture it -> till.capture(it);
            case Command.VoidHold it -> till.release(it);
            case Command.Refund it -> till.refund(it);
            case Command.Transfer it -> give(it);
            case Command.Convert it -> convert(it);
            case Command.Adjust it -> adjust(it);
            case Command.Reinstate it -> reinstate(it);
            case Command other -> throw new IllegalStateException("not a wish: " + other);
        };
    }

    @Override
    public Books books() {
        return paper.books();
    }

    private Answer set(Command.SetAwards batch) {
        return batch.awards().stream()
                .map(this::set)
                .filter(answer -> answer instanceof Answer.Refused)
                .findFirst()
                .orElseGet(Answer.Accepted::new);
    }

    private Answer set(Command.SetAward set) {
        var id = names.account(set.member(), set.currency());
        var account = paper.open(id);
        var awards = paper.awards(id.memberId());
        var now = paper.now();
        var taken = awards.set(account, currencies.require(id.currency()), event(set, id), now);
        paper.save(account, set.award());
        follow(id);
        return taken ? new Answer.Accepted() : Refusals.of("award-refused");
    }

    private static AwardSet event(Command.SetAward set, AccountId id) {
        return new AwardSet(
                set.award(),
                set.revision(),
                id.memberId(),
                id.currency(),
                set.points(),
                AwardCategory.BASE,
                set.occurredAt(),
                set.activeFrom(),
                set.expiresAt(),
                set.awaits(),
                "rule",
                "1",
                null,
                "because");
    }

    private Answer activate(Command.Activate it) {
        var id = names.account(it.member(), null);
        var account = paper.open(id);
        var awards = paper.awards(id.memberId());
        var currency = currencies.require(id.currency());
        var waited = awards.activate(account, currency, it.award(), it.action(), paper.now());
        paper.save(account, it.award());
        return waited ? new Answer.Accepted() : Refusals.of("action-not-awaited");
    }

    private Answer cancel(Command.CancelAward it) {
        var id = names.account(it.member(), null);
        var account = paper.open(id);
        var awards = paper.awards(id.memberId());
        var currency = currencies.require(id.currency());
        var cancelled = awards.cancel(account, currency, it.award(), paper.now());
        paper.save(account, it.award());
        return cancelled ? new Answer.Accepted() : Refusals.of("award-not-pending");
    }

    private Answer redeem(Command.Redeem wish) {
        return paper.change(
                names.account(wish.member(), wish.currency()),
                wish.id(),
                (account, currency) -> {
                    var refusal = RedemptionsOnPaper.refusal(account, wish.points());
                    if (refusal.isEmpty()) {
                        var now = paper.now();
                        redemptions.put(
                                wish.id(),
                                RedemptionsOnPaper.spend(account, wish.id(), wish.points(), now));
                    }
                    return refusal;
                });
    }

    private Answer cancel(Command.CancelRedemption it) {
        var spent =
                Optional.ofNullable(redemptions.get(it.redemption()))
                        .or(() -> till.captureOf(it.redemption()));
        return spent.map(posting -> cancel(it.redemption(), posting))
                .orElseGet(() -> Refusals.of("redemption-reserved"));
    }

    private Answer cancel(String redemption, Posting spent) {
        return paper.change(
                spent.account(),
                redemption,
                (account, currency) -> {
                    RedemptionsOnPaper.cancel(
                            account, currency, paper.journal(), spent, paper.now());
                    return Optional.empty();
                });
    }

    private Answer give(Command.Transfer gift) {
        var to = paper.open(names.account(gift.to(), gift.currency()));
        var answer =
                paper.change(
                        names.account(gift.from(), gift.currency()),
                        gift.id(),
                        (from, currency) ->
                                TransfersOnPaper.give(
                                        from, to, currency, gift.id(), gift.points(), paper.now()));
        paper.save(to, gift.id());
        return answer;
    }

    private Answer convert(Command.Convert wish) {
        var to = paper.open(names.account(wish.member(), wish.to()));
        var answer =
                paper.change(
                        names.account(wish.member(), wish.from()),
                        wish.id(),
                        (from, currency) ->
                                ConversionsOnPaper.convert(
                                        from,
                                        to,
                                        currencies,
                                        wish.id(),
                                        wish.points(),
                                        paper.now()));
        paper.save(to, wish.id());
        return answer;
    }

    private Answer adjust(Command.Adjust it) {
        return paper.change(
                names.account(it.member(), it.currency()),
                it.id(),
                (account, currency) ->
                        AdjustmentsOnPaper.adjust(
                                account,
                                currency,
                                it.id(),
                                it.points(),
                                it.reason(),
                                it.expiresAt(),
                                paper.now()));
    }

    private Answer freeze(String member, boolean frozen) {
        paper.freeze(names.account(member, null), frozen);
        return new Answer.Accepted();
    }

    private Answer merge(Command.Merge it) {
        var from = names.account(it.from(), null);
        if (merges.putIfAbsent(from, it) == null) {
            follow(from);
        }
        return new Answer.Accepted();
    }

    /** What is on the account of a merged member goes on with the other one. */
    private void follow(AccountId id) {
        var merge = merges.get(id);
        if (merge == null) {
            return;
        }
        var from = paper.open(id);
        var into = paper.open(names.account(merge.into(), null));
        TransfersOnPaper.follow(from, into, paper.now());
        paper.save(from, merge.id());
        paper.save(into, merge.id());
    }

    private Answer reinstate(Command.Reinstate it) {
        return paper.change(
                names.account(it.member(), it.currency()),
                it.id(),
                (account, currency) -> {
                    var expired = ReinstatementsOnPaper.expired(account, it.award());
                    if (it.points() > expired) {
                        return Optional.of(
                                Problem.of(LedgerProblem.REINSTATEMENT_EXCEEDS_EXPIRED, "No.")
                                        .with("required", it.points())
                                        .with("available", expired)
                                        .with("missing", it.points() - expired));
                    }
                    ReinstatementsOnPaper.reinstate(
                            account, it.id(), it.award(), it.points(), it.expiresAt(), paper.now());
                    return Optional.empty();
                });
    }
}
