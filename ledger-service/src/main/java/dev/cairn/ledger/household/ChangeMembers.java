package dev.cairn.ledger.household;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.event.Cause;
import jakarta.enterprise.context.ApplicationScoped;

/** The owner invites and removes members; members leave. */
@ApplicationScoped
class ChangeMembers {
    private final Database database;
    private final HouseholdStore households;
    private final JoinHousehold joining;
    private final LeaveHousehold leaving;
    private final HouseholdConfig config;
    private final CairnClock clock;

    ChangeMembers(
            Database database,
            HouseholdStore households,
            JoinHousehold joining,
            LeaveHousehold leaving,
            HouseholdConfig config,
            CairnClock clock) {
        this.database = database;
        this.households = households;
        this.joining = joining;
        this.leaving = leaving;
        this.config = config;
        this.clock = clock;
    }

    Invitation invite(String owner) {
        return database.inTransaction(tx -> joining.invite(tx, owner));
    }

    LeaveReceipt leave(Tx tx, String memberId) {
        var household = households.of(tx, memberId).orElseThrow(HouseholdAlgebra::unknown);
        return leave(tx, memberId, household.id());
    }

    /** The owner lets a member go, as if it had left. */
    LeaveReceipt remove(Tx tx, String owner, String memberId) {
        var household = households.of(tx, owner).orElseThrow(HouseholdAlgebra::unknown);
        if (!household.ownedBy(owner)) {
            throw HouseholdAlgebra.onlyTheOwner();
        }
        return leave(tx, memberId, household.id());
    }

    private LeaveReceipt leave(Tx tx, String memberId, String household) {
        return leaving.leave(
                tx, memberId, household, config.onLeave(), Cause.none(), clock.instant());
    }
}
