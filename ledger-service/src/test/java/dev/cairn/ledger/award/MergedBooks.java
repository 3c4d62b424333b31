package dev.cairn.ledger.award;

import dev.cairn.contracts.RewardEvent.AwardSet;
import dev.cairn.ledger.account.Account;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.account.Balance;
import dev.cairn.ledger.account.BusinessKey;
import dev.cairn.ledger.account.Lot;
import dev.cairn.ledger.account.LotAllocator.Take;
import dev.cairn.ledger.account.PassTime;
import dev.cairn.ledger.account.Slide;
import dev.cairn.ledger.account.Standing;
import dev.cairn.ledger.currency.Currency;
import dev.cairn.ledger.redemption.SpendForTests;
import dev.cairn.ledger.transfer.Gift;
import dev.cairn.ledger.transfer.TransferAlgebra;
import dev.cairn.ledger.transfer.TransferAlgebra.Way;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** A member that goes on as another: awards arrive at the old account and follow to the new one. */
final class MergedBooks {
    private final Map<String, Register> registers = new HashMap<>();
    private final Currency currency;
    private final Account home;
    private final Account away;
    private Instant now = Book.START;
    private int spent;

    MergedBooks(Currency currency) {
        this.currency = currency;
        this.home = account("m-1");
        this.away = account("m-2");
    }

    private Account account(String member) {
        return new Account(
                AccountId.of(member), Balance.EMPTY, Standing.GOOD, List.of(), Slide.of(currency));
    }

    Map<String, Register> registers() {
        return registers;
    }

    /** Of both accounts together. */
    long sum(ToLongFunction<Balance> part) {
        return part.applyAsLong(home.balance()) + part.applyAsLong(away.balance());
    }

    /** What is left of each award, where it is. */
    Map<String, Long> left() {
        return left(Stream.of(home, away).flatMap(account -> account.lots().stream()));
    }

    static Map<String, Long> left(Stream<Lot> lots) {
        var left = new TreeMap<String, Long>();
        lots.filter(lot -> lot.remaining() > 0)
                .forEach(lot -> left.merge(lot.awardId(), lot.remaining(), Long::sum));
        return left;
    }

    void passUntil(Instant instant) {
        now = instant;
        PassTime.until(now, home);
        PassTime.until(now, away);
    }

    void set(AwardSet award) {
        var known = registers.get(award.awardId());
        homecoming().before(known, award);
        var outcome =
                AwardAlgebra.settle(
                        home, currency, CapUse.none(), Optional.ofNullable(known), award, now);
        if (outcome instanceof AwardAlgebra.Outcome.Settled settled) {
            registers.put(award.awardId(), settled.register());
        }
        follow();
    }

    void spend(long points) {
        SpendForTests.spend(away, spent++, points, now);
    }

    void activate(String awardId, String action) {
        homecoming().all(awardId);
        var register = registers.get(awardId);
        WaitingAlgebra.activate(home, currency, register, Optional.of(action), now);
        follow();
    }

    void cancelAward(String awardId) {
        homecoming().all(awardId);
        var outcome = WaitingAlgebra.cancel(home, currency, registers.get(awardId), now);
        if (outcome instanceof WaitingAlgebra.Outcome.Done done) {
            registers.put(awardId, done.register());
        }
        follow();
    }

    private Homecoming homecoming() {
        return new Homecoming(home, away, currency, now);
    }

    private void follow() {
        var takes =
                home.lots().stream()
                        .filter(lot -> lot.free() > 0)
                        .sorted(Lot.SPENDING_ORDER)
                        .map(lot -> new Take(lot, lot.free()))
                        .toList();
        TransferAlgebra.move(way("merge", home, away), takes);
        TransferAlgebra.moveDebt(way("merged-debt", away, home));
        PassTime.until(now, away);
    }

    private Way way(String what, Account from, Account to) {
        var key = BusinessKey.moment(what, home.id(), home.balance().version() + 1);
        return new Way(from, to, key, Gift.Kind.MERGE, now);
    }
}
