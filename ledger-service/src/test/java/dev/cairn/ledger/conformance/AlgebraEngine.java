package dev.cairn.ledger.conformance;

import dev.cairn.contracts.RewardEvent.AwardCategory;
import dev.cairn.contracts.RewardEvent.AwardSet;
import dev.cairn.ledger.account.Account;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.account.PassTime;
import dev.cairn.ledger.account.Posting;
import dev.cairn.ledger.award.AwardsOnPaper;
import dev.cairn.ledger.award.Register;
import dev.cairn.ledger.currency.Currencies;
import dev.cairn.ledger.currency.Currency;
import dev.cairn.ledger.currency.ExpiryModel;
import dev.cairn.ledger.redemption.RedemptionsOnPaper;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The pure rules of this ledger, with paper instead of a database. */
final class AlgebraEngine implements Engine {
    private final Currencies currencies;
    private final List<String> given;
    private final Names names;
    private final Paper paper;
    private final Map<String, Register> registers = new HashMap<>();
    private final Map<String, Spent> redemptions = new HashMap<>();
    private final Set<String> wishes = new HashSet<>();
    private Instant now;

    AlgebraEngine(Case which, Currencies currencies) {
        this.currencies = currencies;
        this.names = new Names(which.given().currencies());
        this.paper = new Paper(names);
        this.given = which.given().currencies();
    }

    private record Spent(AccountId account, Posting posting) {}

    /** A currency all of whose rules are followed here. */
    private Currency require(String id) {
        var currency = currencies.require(id);
        if (currency.beyondBalance() != Currency.BeyondBalance.ARREARS) {
            throw new NotOffered("policy beyondBalance " + currency.beyondBalance());
        }
        if (!currency.otherLots()) {
            throw new NotOffered("policy otherLots");
        }
        if (!(currency.expiry() instanceof ExpiryModel.Never)) {
            throw new NotOffered("policy expiry");
        }
        if (!currency.caps().isEmpty()) {
            throw new NotOffered("policy caps");
        }
        return currency;
    }

    @Override
    public void setTime(Instant instant) {
        now = instant;
        given.forEach(this::require);
        paper.accounts().forEach(id -> change(id, "time", account -> null));
    }

    @Override
    public Answer execute(Command command) {
        return switch (command) {
            case Command.PassTime time -> new Answer.Accepted();
            case Command.SetAward award -> set(award);
            case Command.SetAwards batch ->
                    batch.awards().stream()
                            .map(this::set)
                            .filter(answer -> answer instanceof Answer.Refused)
                            .findFirst()
                            .orElseGet(Answer.Accepted::new);
            case Command.Redeem wish -> redeem(wish);
            case Command.CancelRedemption wish -> cancel(wish);
            case Command.Repeat again -> throw new IllegalStateException("not resolved: " + again);
            case Command.Activate c -> throw new NotOffered("command activate");
            case Command.CancelAward c -> throw new NotOffered("command cancel-award");
            case Command.Refund c -> throw new NotOffered("command refund");
            case Command.PlaceHold c -> throw new NotOffered("command hold");
            case Command.Extend c -> throw new NotOffered("command extend");
            case Command.Capture c -> throw new NotOffered("command capture");
            case Command.VoidHold c -> throw new NotOffered("command void");
            case Command.Transfer c -> throw new NotOffered("command transfer");
            case Command.Convert c -> throw new NotOffered("command convert");
            case Command.Adjust c -> throw new NotOffered("command adjust");
            case Command.Reinstate c -> throw new NotOffered("command reinstate");
            case Command.Freeze c -> throw new NotOffered("command freeze");
            case Command.Unfreeze c -> throw new NotOffered("command unfreeze");
            case Command.Merge c -> throw new NotOffered("command merge");
        };
    }

    @Override
    public Books books() {
        return paper.books();
    }

    private Answer set(Command.SetAward set) {
        var id = names.account(set.member(), set.currency());
        var event = event(set, id);
        var key = id.memberId() + ":" + set.award();
        var currency = require(id.currency());
        return change(
                id,
                set.award(),
                account -> {
                    var known = Optional.ofNullable(registers.get(key));
                    var settled =
                            AwardsOnPaper.settle(account, currency, known, event, now).register();
                    settled.ifPresent(register -> registers.put(key, register));
                    return settled.isPresent()
                            ? new Answer.Accepted()
                            : Refusals.of("award-refused");
                });
    }

    private AwardSet event(Command.SetAward set, AccountId id) {
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

    private Answer redeem(Command.Redeem wish) {
        if (!wish.key().equals(wish.id()) || !wishes.add(wish.id())) {
            throw new NotOffered("memory of keys");
        }
        var id = names.account(wish.member(), wish.currency());
        return change(
                id,
                wish.id(),
                account -> {
                    var missing = RedemptionsOnPaper.missing(account, wish.points());
                    if (missing > 0) {
                        return Refusals.insufficient(wish.points(), wish.points() - missing);
                    }
                    var posting = RedemptionsOnPaper.spend(account, wish.id(), wish.points(), now);
                    redemptions.put(wish.id(), new Spent(id, posting));
                    return new Answer.Accepted();
                });
    }

    private Answer cancel(Command.CancelRedemption wish) {
        var spent = redemptions.remove(wish.redemption());
        if (spent == null) {
            throw new NotOffered("memory of keys");
        }
        var currency = require(spent.account().currency());
        return change(
                spent.account(),
                wish.redemption(),
                account -> {
                    RedemptionsOnPaper.cancel(account, currency, spent.posting(), now);
                    return new Answer.Accepted();
                });
    }

    /** Brings an account to now, works on it and writes down what happened. */
    private Answer change(AccountId id, String cause, Function<Account, Answer> work) {
        var account = paper.open(id);
        PassTime.until(now, account);
        var answer = work.apply(account);
        paper.save(account, cause);
        return answer;
    }
}
