package dev.cairn.ledger.household;

import dev.cairn.kit.db.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Knows who can do something about a household's points. */
@ApplicationScoped
public class PoolSpenders {
    private final HouseholdStore households;
    private final HouseholdConfig config;

    PoolSpenders(HouseholdStore households, HouseholdConfig config) {
        this.households = households;
        this.config = config;
    }

    /** Members who may take points out of its account; none when the household is over. */
    public List<String> of(Tx tx, String householdId) {
        return households
                .find(tx, householdId)
                .map(household -> HouseholdAlgebra.spenders(household, config.spenders()))
                .orElse(List.of());
    }
}
