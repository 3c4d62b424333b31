package dev.cairn.ledger.award;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.event.Cause;
import dev.cairn.ledger.account.Account;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.account.Accounts;
import dev.cairn.ledger.account.Accounts.Needs;
import dev.cairn.ledger.account.BusinessKey;
import dev.cairn.ledger.account.LotName;
import dev.cairn.ledger.award.RegisterStore.AwardKey;
import dev.cairn.ledger.award.WaitingAlgebra.Outcome;
import dev.cairn.ledger.currency.Currencies;
import dev.cairn.ledger.currency.Currency;
import dev.cairn.ledger.merge.FollowMerged;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Ends the waiting of an award: its points become spendable, or are taken back for good. */
@ApplicationScoped
class DecideAward {
    private final Database database;
    private final Accounts accounts;
    private final RegisterStore registers;
    private final Currencies currencies;
    private final FollowMerged followMerged;
    private final CairnClock clock;

    DecideAward(
            Database database,
            Accounts accounts,
            RegisterStore registers,
            Currencies currencies,
            FollowMerged followMerged,
            CairnClock clock) {
        this.database = database;
        this.accounts = accounts;
        this.registers = registers;
        this.currencies = currencies;
        this.followMerged = followMerged;
        this.clock = clock;
    }

    private interface Decision {
        Outcome on(Account account, Currency currency, Register register, Instant now);
    }

    /**
     * Lets the points be spent; repeating it changes nothing.
     *
     * @param action what has happened; must be what the award waits for
     * @return empty if the member has no such award
     */
    Optional<Outcome> activate(String memberId, String awardId, Optional<String> action) {
        return decide(
                memberId,
                awardId,
                (account, currency, register, now) ->
                        WaitingAlgebra.activate(account, currency, register, action, now));
    }

    /** Takes the points back for good; repeating it changes nothing. */
    Optional<Outcome> cancel(String memberId, String awardId) {
        return decide(memberId, awardId, WaitingAlgebra::cancel);
    }

    private Optional<Outcome> decide(String memberId, String awardId, Decision decision) {
        var key = new AwardKey(memberId, awardId);
        return database.inTransaction(
                tx -> find(tx, key).map(register -> decide(tx, key, register, decision)));
    }

    private Outcome decide(Tx tx, AwardKey key, Register known, Decision decision) {
        var now = clock.instant();
        var id = new AccountId(key.memberId(), known.currency());
        var currency = currencies.require(id.currency());
        var found = followMerged.open(tx, List.of(id), ways -> needs(tx, key, id, ways), now);
        var opened = found.accounts();
        var ways = found.ways();
        var account = opened.get(id);
        var back =
                Homecoming.of(account, opened, ways, currency, now)
                        .map(home -> home.all(key.awardId()))
                        .orElse(List.of());
        var before = account.postings().size();
        var register = find(tx, key).orElseThrow();
        var outcome = decision.on(account, currency, register, now);
        if (!back.isEmpty() && account.postings().size() == before) {
            return outcome; // nothing was decided: what came home for it never left
        }
        if (outcome instanceof Outcome.Done done && !done.register().equals(register)) {
            registers.save(tx, Map.of(key, done.register()));
        }
        followMerged.write(tx, back);
        followMerged.follow(tx, opened, ways, now);
        accounts.save(tx, opened.values(), posting -> Cause.none(), now);
        return outcome;
    }

    private Needs needs(Tx tx, AwardKey key, AccountId id, Map<AccountId, AccountId> ways) {
        var lot = BusinessKey.lot(key.memberId(), key.awardId()).id();
        var needs = new Needs(List.of(id), LotName.of(id, List.of(lot)));
        return followMerged.needs(tx, needs, ways);
    }

    private Optional<Register> find(Tx tx, AwardKey key) {
        return Optional.ofNullable(registers.find(tx, List.of(key)).get(key));
    }
}
