package dev.cairn.ledger.household;

import dev.cairn.contracts.MemberEvent;
import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.event.Cause;
import dev.cairn.ledger.member.MemberNews;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Keeps households right when members are merged or erased. The one that goes on takes the other's
 * place, unless it has a household of its own; what an erased member gave stays with the rest.
 */
@ApplicationScoped
class HouseholdNews implements MemberNews {
    private final HouseholdStore households;
    private final CairnClock clock;

    HouseholdNews(HouseholdStore households, CairnClock clock) {
        this.households = households;
        this.clock = clock;
    }

    @Override
    public void on(Tx tx, MemberEvent event, Cause cause) {
        switch (event) {
            case MemberEvent.MemberMerged merged -> replace(tx, merged.memberId(), merged.into());
            case MemberEvent.MemberErased erased -> forget(tx, erased.memberId());
            case MemberEvent.MemberEnrolled enrolled -> {}
            case MemberEvent.MemberChanged changed -> {}
        }
    }

    private void replace(Tx tx, String memberId, String by) {
        var household = households.of(tx, memberId).flatMap(found -> lock(tx, found));
        if (household.isEmpty()) {
            return;
        }
        if (!households.replace(tx, memberId, by)) {
            forget(tx, memberId);
        } else if (household.get().ownedBy(memberId)) {
            households.owner(tx, household.get().id(), by);
        }
    }

    private void forget(Tx tx, String memberId) {
        var household = households.of(tx, memberId).flatMap(found -> lock(tx, found));
        if (household.isEmpty()) {
            return;
        }
        households.remove(tx, memberId);
        var id = household.get().id();
        HouseholdAlgebra.ownerAfter(household.get(), memberId)
                .ifPresentOrElse(
                        owner -> households.owner(tx, id, owner),
                        () -> households.close(tx, id, clock.instant()));
    }

    private Optional<Household> lock(Tx tx, Household found) {
        return households.lock(tx, found.id());
    }
}
