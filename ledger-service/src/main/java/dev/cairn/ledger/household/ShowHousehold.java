package dev.cairn.ledger.household;

import dev.cairn.kit.db.Database;
import dev.cairn.kit.db.Tx;
import jakarta.enterprise.context.ApplicationScoped;

/** Shows a household to its members. */
@ApplicationScoped
class ShowHousehold {
    private final Database database;
    private final HouseholdStore households;
    private final HouseholdConfig config;
    private final HouseholdFunds funds;

    ShowHousehold(
            Database database,
            HouseholdStore households,
            HouseholdConfig config,
            HouseholdFunds funds) {
        this.database = database;
        this.households = households;
        this.config = config;
        this.funds = funds;
    }

    /**
     * The member's own household.
     *
     * @throws dev.cairn.kit.problem.Problem if it has none
     */
    HouseholdView of(String memberId) {
        return database.read(
                tx ->
                        households
                                .of(tx, memberId)
                                .map(household -> view(tx, household))
                                .orElseThrow(HouseholdAlgebra::unknown));
    }

    HouseholdView view(Tx tx, Household household) {
        return new HouseholdView(
                household.id(),
                household.owner(),
                household.members(),
                config.mostMembers(),
                funds.of(tx, household.id()),
                HouseholdView.label(config.spenders()),
                HouseholdView.label(config.onLeave()));
    }
}
