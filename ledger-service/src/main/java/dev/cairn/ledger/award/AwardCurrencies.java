package dev.cairn.ledger.award;

import dev.cairn.contracts.RewardEvent.AwardSet;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.event.Delivery;
import dev.cairn.kit.intake.BadRecord;
import dev.cairn.ledger.currency.Currencies;
import dev.cairn.ledger.currency.Currency;
import dev.cairn.ledger.membership.GroupStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;

/** Which rules awards follow: those of their currency, as they are for the member's tier. */
@ApplicationScoped
class AwardCurrencies {
    private final Currencies currencies;
    private final GroupStore groups;

    AwardCurrencies(Currencies currencies, GroupStore groups) {
        this.currencies = currencies;
        this.groups = groups;
    }

    /**
     * The currency of an award, as it is for members without a tier.
     *
     * @throws BadRecord if there is none
     */
    Currency of(AwardSet award) {
        return currencies
                .find(award.currency())
                .orElseThrow(
                        () -> new BadRecord("there is no currency " + award.currency() + " here"));
    }

    /** The currency of each award; no statement when tiers make no difference in the batch. */
    Function<AwardSet, Currency> of(Tx tx, List<Delivery<AwardSet>> deliveries) {
        var members = new HashSet<String>();
        for (var delivery : deliveries) {
            if (of(delivery.event()).differsByTier()) {
                members.add(delivery.event().memberId());
            }
        }
        if (members.isEmpty()) {
            return this::of;
        }
        var tiers = groups.tiers(tx, members);
        return award -> of(award).forTier(tiers.get(award.memberId()));
    }
}
