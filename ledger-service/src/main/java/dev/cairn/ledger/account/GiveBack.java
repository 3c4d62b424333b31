package dev.cairn.ledger.account;

import dev.cairn.ledger.currency.Currency;
import dev.cairn.ledger.currency.DeadLots;
import dev.cairn.ledger.currency.ExpiryDay;
import dev.cairn.ledger.currency.ExpiryModel;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Returns points to the lots that they came from, at the age they have. Debts are paid first. For a
 * lot whose time is over meanwhile, the currency says what happens.
 *
 * @see "docs/adr/0006-points-lots-registers.md"
 */
public final class GiveBack {
    private GiveBack() {}

    /**
     * Adds to a movement what has to be done; the caller posts it and lets time pass afterwards,
     * which ends what stays dead.
     *
     * @param taken what the lots gave; the lots must be loaded
     * @param from the pot that the points are in
     * @param name of the effect, in case that a new lot is needed
     */
    public static void restore(
            Account account,
            Currency currency,
            Movement movement,
            Taken taken,
            Pot from,
            BusinessKey name,
            Instant now) {
        for (var use : inSpendingOrder(account, taken.uses())) {
            var lot = keptUp(account, account.lot(use.lotId()), taken.usedSince());
            movement.use(lot, use.kind(), -use.amount());
            var target =
                    lot.deadBy(now)
                            ? afterDeath(account, currency, movement, lot, use, name, now)
                            : lot;
            account.receive(movement, target.id(), use.amount(), from);
        }
    }

    /**
     * Points that slide come back as if they had been there when the account was used: each use
     * kept them that came before their last day, as it was by then.
     */
    private static Lot keptUp(Account account, Lot lot, List<Instant> usedSince) {
        var kept = account.slide().map(slide -> slide.keptUp(lot, usedSince)).orElse(lot);
        if (!kept.equals(lot)) {
            account.put(kept);
        }
        return kept;
    }

    /** Debts are paid by what runs out first, however the uses were read. */
    private static List<LotUse> inSpendingOrder(Account account, List<LotUse> uses) {
        return uses.stream()
                .sorted(Comparator.comparing(use -> account.lot(use.lotId()), Lot.SPENDING_ORDER))
                .toList();
    }

    private static Lot afterDeath(
            Account account,
            Currency currency,
            Movement movement,
            Lot lot,
            LotUse use,
            BusinessKey name,
            Instant now) {
        return switch (currency.deadLots()) {
            case DeadLots.StayDead stays -> lot;
            case DeadLots.Grace grace -> {
                var days = new ExpiryModel.Rolling(grace.days(), null);
                var longer = lot.expiringAt(ExpiryDay.after(days, currency.zone(), now));
                account.put(longer);
                yield longer;
            }
            case DeadLots.NewLot fresh -> {
                var id = name.part("lot:" + lot.id()).id();
                var expiresAt = ExpiryDay.after(currency.expiry(), currency.zone(), now);
                var born =
                        Lot.open(id, LotSource.REINSTATEMENT, lot.awardId(), now, expiresAt)
                                .comingFrom(lot)
                                .sliding(currency.expiry() instanceof ExpiryModel.Sliding);
                account.put(born);
                movement.use(lot, LotUse.Kind.TRANSFERRED, use.amount());
                movement.use(born, LotUse.Kind.RECEIVED, -use.amount());
                yield born;
            }
        };
    }
}
