package dev.cairn.ledger.hold;

import dev.cairn.kit.db.Tx;
import dev.cairn.ledger.account.Account;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.account.LotName;
import dev.cairn.ledger.account.LotUse;
import dev.cairn.ledger.account.OverdueHolds;
import dev.cairn.ledger.account.PassTime;
import dev.cairn.ledger.currency.Currencies;
import dev.cairn.ledger.hold.Hold.Status;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Ends holds whose time is over, at the instant at which it was, however late it is noticed. */
@ApplicationScoped
class LapseHolds implements OverdueHolds {
    private final HoldStore store;
    private final ReservedRewards rewards;
    private final Currencies currencies;

    LapseHolds(HoldStore store, ReservedRewards rewards, Currencies currencies) {
        this.store = store;
        this.rewards = rewards;
        this.currencies = currencies;
    }

    @Override
    public Overdue find(Tx tx, Collection<AccountId> accounts, Instant now) {
        if (accounts.isEmpty()) {
            return new Lapsing(List.of(), Map.of());
        }
        var holds = store.overdueOf(tx, accounts, now);
        return new Lapsing(
                holds,
                holds.isEmpty()
                        ? Map.of()
                        : store.uses(tx, holds.stream().map(Hold::id).toList(), LotUse.Kind.HELD));
    }

    /** Holds that are over, in the order of their ends, and what they reserve. */
    private final class Lapsing implements Overdue {
        private final List<Hold> holds;
        private final Map<UUID, List<LotUse>> reserved;
        private final List<Hold> ended = new ArrayList<>();

        private Lapsing(List<Hold> holds, Map<UUID, List<LotUse>> reserved) {
            this.holds = holds;
            this.reserved = reserved;
        }

        @Override
        public boolean none() {
            return holds.isEmpty();
        }

        @Override
        public Collection<LotName> lots() {
            return holds.stream().flatMap(this::lots).distinct().toList();
        }

        private Stream<LotName> lots(Hold hold) {
            return reserved.get(hold.id()).stream()
                    .map(use -> new LotName(hold.account(), use.lotId()));
        }

        @Override
        public void end(Map<AccountId, Account> accounts) {
            for (var hold : holds) {
                var account = accounts.get(hold.account());
                var end = hold.lapsesAt();
                PassTime.until(end, account);
                ended.add(
                        HoldAlgebra.release(
                                account,
                                currencies.rulesOf(hold.account().currency()),
                                hold,
                                reserved.get(hold.id()),
                                Status.LAPSED,
                                end,
                                end));
            }
        }

        @Override
        public void save(Tx tx) {
            ended.forEach(hold -> store.save(tx, hold));
            ended.stream()
                    .filter(hold -> hold.reward() != null)
                    .forEach(hold -> rewards.lapse(tx, hold));
        }
    }
}
