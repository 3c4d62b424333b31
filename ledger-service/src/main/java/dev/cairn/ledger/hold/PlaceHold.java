package dev.cairn.ledger.hold;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.event.Cause;
import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.account.Account;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.account.Accounts;
import dev.cairn.ledger.account.Accounts.Needs;
import dev.cairn.ledger.account.BusinessKey;
import dev.cairn.ledger.currency.Currencies;
import dev.cairn.ledger.hold.Hold.Status;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Reserves a member's points. */
@ApplicationScoped
public class PlaceHold {
    private final Accounts accounts;
    private final HoldStore store;
    private final ReservedRewards rewards;
    private final Currencies currencies;
    private final CairnClock clock;

    PlaceHold(
            Accounts accounts,
            HoldStore store,
            ReservedRewards rewards,
            Currencies currencies,
            CairnClock clock) {
        this.accounts = accounts;
        this.store = store;
        this.rewards = rewards;
        this.currencies = currencies;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param name of the hold, for ever; its id follows from it
     * @param points from 1
     * @param lapseAfter positive; null for what is usual with the currency
     * @param placedBy who alone may change it
     * @param reference no personal data
     * @param title what members read; null for none
     * @param reward that is reserved as well; null for points alone
     */
    public record Order(
            BusinessKey name,
            AccountId account,
            long points,
            Duration lapseAfter,
            String placedBy,
            String reference,
            String title,
            String reward) {}

    /** Places it, within the caller's transaction; the account stays locked until that ends. */
    public HoldOutcome place(Tx tx, Order order) {
        return place(tx, order, Optional::empty);
    }

    /**
     * Places it unless there is a further reason not to.
     *
     * @param objection asked once the account is locked, before anything else
     * @throws Problem if there is a reward and it cannot be had; then nothing of the transaction
     *     may stay
     */
    public HoldOutcome place(
            Tx tx, Order order, Supplier<Optional<HoldOutcome.Refused>> objection) {
        var now = clock.instant();
        var currency = currencies.require(order.account().currency());
        var asked = order.lapseAfter();
        var length = asked == null ? currency.holds().lapseAfter() : asked;
        var tooLong = HoldChecks.lasting(currency, length, now);
        if (tooLong.isPresent()) {
            return tooLong.get();
        }
        var id = order.account();
        var opened =
                accounts.open(tx, new TreeSet<>(List.of(id)), () -> Needs.everythingOf(id), now);
        var account = opened.get(id);
        var refused = objection.get().or(() -> HoldChecks.placing(account, order.points()));
        var hold = open(order, now, now.plus(length), now.plus(currency.holds().longest()));
        var outcome = refused.<HoldOutcome>map(r -> r).orElseGet(() -> place(tx, account, hold));
        accounts.save(tx, opened.values(), posting -> Cause.none(), now);
        if (outcome instanceof HoldOutcome.Done done && order.reward() != null) {
            rewards.reserve(tx, done.hold());
        }
        return outcome;
    }

    private HoldOutcome place(Tx tx, Account account, Hold hold) {
        var placed = HoldAlgebra.place(account, hold);
        store.insert(tx, placed);
        return new HoldOutcome.Done(placed, placed.points());
    }

    private static Hold open(Order order, Instant now, Instant lapsesAt, Instant latestUntil) {
        return new Hold(
                order.name().id(),
                order.account(),
                order.points(),
                0,
                0,
                0,
                Status.HELD,
                order.placedBy(),
                now,
                lapsesAt,
                latestUntil,
                null,
                order.reference(),
                order.title(),
                order.reward());
    }
}
