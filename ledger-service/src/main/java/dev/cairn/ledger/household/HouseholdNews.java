package dev.cairn.ledger.household;

import dev.cairn.contracts.MemberEvent;
import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.event.Cause;
import dev.cairn.ledger.household.HouseholdConfig.OnLeave;
import dev.cairn.ledger.member.MemberNews;
import dev.cairn.ledger.merge.MergedMembers;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/**
 * Keeps households right when members are merged or erased. The one that goes on takes the other's
 * place; if it has a household of its own, the other leaves with its share. What an erased member
 * gave stays with the rest, also if it is merged into one that was erased before; the last one
 * takes everything, to be forfeited.
 */
@ApplicationScoped
@Priority(MemberNews.HOUSEHOLDS)
class HouseholdNews implements MemberNews {
    private final HouseholdStore households;
    private final LeaveHousehold leaving;
    private final MergedMembers mergedMembers;
    private final HouseholdConfig config;
    private final CairnClock clock;

    HouseholdNews(
            HouseholdStore households,
            LeaveHousehold leaving,
            MergedMembers mergedMembers,
            HouseholdConfig config,
            CairnClock clock) {
        this.households = households;
        this.leaving = leaving;
        this.mergedMembers = mergedMembers;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public Collection<String> touches(Tx tx, MemberEvent event) {
        return switch (event) {
            case MemberEvent.MemberMerged merged -> account(tx, merged.memberId());
            case MemberEvent.MemberErased erased -> account(tx, erased.memberId());
            case MemberEvent.MemberEnrolled enrolled -> List.of();
            case MemberEvent.MemberChanged changed -> List.of();
        };
    }

    private List<String> account(Tx tx, String memberId) {
        return households.of(tx, memberId).map(Household::id).stream().toList();
    }

    @Override
    public void on(Tx tx, MemberEvent event, Cause cause) {
        switch (event) {
            case MemberEvent.MemberMerged merged -> {
                if (mergedMembers.erased(tx, merged.into())) {
                    leave(tx, merged.memberId(), OnLeave.STAYS, cause);
                } else {
                    merge(tx, merged.memberId(), mergedMembers.end(tx, merged.into()), cause);
                }
            }
            case MemberEvent.MemberErased erased ->
                    leave(tx, erased.memberId(), OnLeave.STAYS, cause);
            case MemberEvent.MemberEnrolled enrolled -> {}
            case MemberEvent.MemberChanged changed -> {}
        }
    }

    private void merge(Tx tx, String memberId, String by, Cause cause) {
        var household = households.of(tx, memberId);
        var other = households.of(tx, by);
        if (household.isEmpty() || memberId.equals(by)) {
            return;
        }
        if (other.isEmpty()) {
            households
                    .lock(tx, household.get().id())
                    .ifPresent(found -> replace(tx, found, memberId, by));
        } else if (other.get().id().equals(household.get().id())) {
            households
                    .lock(tx, household.get().id())
                    .ifPresent(found -> become(tx, found, memberId, by));
        } else {
            leave(tx, memberId, config.onLeave(), cause);
        }
    }

    private void replace(Tx tx, Household household, String memberId, String by) {
        households.replace(tx, memberId, by);
        passOn(tx, household, memberId, by);
    }

    /** Both belong to it: one of them is enough. */
    private void become(Tx tx, Household household, String memberId, String by) {
        households.remove(tx, memberId);
        passOn(tx, household, memberId, by);
    }

    private void passOn(Tx tx, Household household, String memberId, String by) {
        if (household.ownedBy(memberId)) {
            households.owner(tx, household.id(), by);
        }
    }

    private void leave(Tx tx, String memberId, OnLeave rule, Cause cause) {
        households
                .of(tx, memberId)
                .ifPresent(
                        found ->
                                leaving.leave(
                                        tx, memberId, found.id(), rule, cause, clock.instant()));
    }
}
