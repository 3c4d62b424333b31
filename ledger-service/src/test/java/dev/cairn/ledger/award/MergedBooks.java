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
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * A member that goes on as another: awards arrive at the old account and follow to the new one. The
 * other one has awards of the same names, and gifts from somebody who has them too.
 */
final class MergedBooks {
    private final Map<String, Register> registers = new HashMap<>();
    private final Map<String, Register> registersOfOther = new HashMap<>();
    private final Friend friend = new Friend("m-3");
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

    Map<String, Register> registersOfOther() {
        return registersOfOther;
    }

    /** Of both accounts together. */
    long sum(ToLongFunction<Balance> part) {
        return part.applyAsLong(home.balance()) + part.applyAsLong(away.balance());
    }

    /** All lots, wherever they are. */
    Stream<Lot> lots() {
        return Stream.of(home, away).flatMap(account -> account.lots().stream());
    }

    void passUntil(Instant instant) {
        now = instant;
        PassTime.until(now, home);
        PassTime.until(now, away);
    }

    void set(AwardSet award) {
        homecoming().before(registers.get(award.awardId()), award);
        settle(home, registers, award);
        follow();
    }

    /** The award is one of the member that goes on. */
    void setOfOther(AwardSet award) {
        settle(away, registersOfOther, award);
    }

    private void settle(Account account, Map<String, Register> known, AwardSet award) {
        var before = Optional.ofNullable(known.get(award.awardId()));
        var outcome = AwardAlgebra.settle(account, currency, CapUse.none(), before, award, now);
        if (outcome instanceof AwardAlgebra.Outcome.Settled settled) {
            known.put(award.awardId(), settled.register());
        }
    }

    /** Somebody gives points of an award of this name. */
    void gift(String awardId, long points, Instant expiresAt) {
        friend.give(away, awardId, points, expiresAt, now);
        PassTime.until(now, away);
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
