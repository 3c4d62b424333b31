package dev.cairn.ledger.award;

import dev.cairn.contracts.RewardEvent.AwardSet;
import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.event.Cause;
import dev.cairn.kit.event.Delivery;
import dev.cairn.kit.intake.BadRecord;
import dev.cairn.ledger.account.Account;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.account.Accounts;
import dev.cairn.ledger.account.Accounts.Needs;
import dev.cairn.ledger.account.BusinessKey;
import dev.cairn.ledger.account.LotName;
import dev.cairn.ledger.award.AwardMetrics.Effect;
import dev.cairn.ledger.award.RegisterStore.AwardKey;
import dev.cairn.ledger.merge.FollowMerged;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.UUID;

/** Settles a batch of award revisions in a fixed number of statements. */
@ApplicationScoped
class SetAwards {
    private final Accounts accounts;
    private final RegisterStore registers;
    private final LostStore lost;
    private final CapStore caps;
    private final AwardCurrencies currencies;
    private final FollowMerged followMerged;
    private final AwardMetrics metrics;
    private final CairnClock clock;

    SetAwards(
            Accounts accounts,
            RegisterStore registers,
            LostStore lost,
            CapStore caps,
            AwardCurrencies currencies,
            FollowMerged followMerged,
            AwardMetrics metrics,
            CairnClock clock) {
        this.accounts = accounts;
        this.registers = registers;
        this.lost = lost;
        this.caps = caps;
        this.currencies = currencies;
        this.followMerged = followMerged;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Settles them in their order.
     *
     * @throws BadRecord if one of them can never be settled
     */
    void settle(Tx tx, List<Delivery<AwardSet>> deliveries) {
        if (deliveries.isEmpty()) {
            return;
        }
        deliveries.forEach(this::check);
        var now = clock.instant();
        var ids = new TreeSet<AccountId>();
        deliveries.forEach(delivery -> ids.add(accountOf(delivery.event())));
        var known = new HashMap<AwardKey, Register>();
        var opened = followMerged.open(tx, ids, ways -> needs(tx, deliveries, known, ways), now);
        settle(tx, deliveries, known, opened.accounts(), opened.ways(), now);
    }

    private void settle(
            Tx tx,
            List<Delivery<AwardSet>> deliveries,
            Map<AwardKey, Register> known,
            SortedMap<AccountId, Account> opened,
            Map<AccountId, AccountId> ways,
            Instant now) {
        var changed = new HashMap<AwardKey, Register>();
        var causes = new HashMap<UUID, Cause>();
        var effects = new ArrayList<Effect>();
        var use = capUse(tx, deliveries);
        var currencyOf = currencies.of(tx, deliveries);
        for (var delivery : deliveries) {
            var award = delivery.event();
            var key = key(award);
            var account = opened.get(accountOf(award));
            var before = account.postings().size();
            Homecoming.of(account, opened, ways, currencyOf.apply(award), now)
                    .map(home -> home.before(known.get(key), award))
                    .ifPresent(back -> followMerged.write(tx, back));
            var outcome =
                    AwardAlgebra.settle(
                            account,
                            currencyOf.apply(award),
                            use,
                            Optional.ofNullable(known.get(key)),
                            award,
                            now);
            switch (outcome) {
                case AwardAlgebra.Outcome.Settled settled -> {
                    known.put(key, settled.register());
                    changed.put(key, settled.register());
                    var moved = account.postings().size() > before;
                    effects.add(moved ? Effect.POSTED : Effect.UNCHANGED);
                }
                case AwardAlgebra.Outcome.Stale stale -> effects.add(Effect.STALE);
                case AwardAlgebra.Outcome.Contradiction no -> throw new BadRecord(no.sentence());
            }
            account.postings().stream()
                    .skip(before)
                    .forEach(posting -> causes.put(posting.id(), delivery.cause()));
        }
        followMerged.follow(tx, opened, ways, now);
        registers.save(tx, changed);
        accounts.save(
                tx,
                opened.values(),
                posting -> causes.getOrDefault(posting.id(), Cause.none()),
                now);
        metrics.countAfterCommit(tx, effects);
    }

    /** Only an award that is known has a lot, and only one that shrinks may need others. */
    private Needs needs(
            Tx tx,
            List<Delivery<AwardSet>> deliveries,
            Map<AwardKey, Register> known,
            Map<AccountId, AccountId> ways) {
        known.putAll(registers.find(tx, keys(deliveries)));
        var highest = new HashMap<AwardKey, Long>();
        known.forEach(
                (key, register) -> highest.put(key, Math.max(register.points(), register.paid())));
        var shrinking = new HashSet<AccountId>();
        var lots = new HashSet<LotName>();
        var giving = new HashSet<LotName>();
        for (var delivery : deliveries) {
            var award = delivery.event();
            var most = highest.merge(key(award), award.points(), Math::max);
            var lot = BusinessKey.lot(award.memberId(), award.awardId()).id();
            var name = new LotName(accountOf(award), lot);
            if (award.points() < most) {
                shrinking.add(accountOf(award));
                giving.add(name);
            }
            if (known.containsKey(key(award))) {
                lots.add(name);
            }
        }
        giving.retainAll(lots);
        lots.addAll(lost.of(tx, giving));
        return followMerged.needs(tx, new Needs(shrinking, lots), ways);
    }

    private void check(Delivery<AwardSet> delivery) {
        AwardChecks.complaint(delivery.event())
                .ifPresent(
                        complaint -> {
                            throw new BadRecord(complaint);
                        });
        currencies.of(delivery.event());
    }

    /** No statement when no currency of the batch has caps. */
    private CapUse capUse(Tx tx, List<Delivery<AwardSet>> deliveries) {
        var windows = new LinkedHashSet<CapWindow>();
        for (var delivery : deliveries) {
            var award = delivery.event();
            windows.addAll(
                    CapWindow.of(accountOf(award), currencies.of(award), award.occurredAt()));
        }
        return windows.isEmpty() ? CapUse.none() : caps.use(tx, windows);
    }

    private static List<AwardKey> keys(List<Delivery<AwardSet>> deliveries) {
        return deliveries.stream().map(delivery -> key(delivery.event())).distinct().toList();
    }

    private static AwardKey key(AwardSet award) {
        return new AwardKey(award.memberId(), award.awardId());
    }

    private static AccountId accountOf(AwardSet award) {
        return new AccountId(award.memberId(), award.currency());
    }
}
