package dev.cairn.ledger.household;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.ledger.household.Household.Member;
import dev.cairn.ledger.household.HouseholdConfig.Spenders;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class HouseholdAlgebraTest {
    private static final Household HOUSEHOLD =
            new Household(
                    "hh-1",
                    "m-2",
                    List.of(new Member("m-1", Instant.EPOCH), new Member("m-2", Instant.EPOCH)));

    @Test
    void theOwnerOrEverybodyTakesPointsOut() {
        assertThat(HouseholdAlgebra.spenders(HOUSEHOLD, Spenders.OWNER)).containsExactly("m-2");
        assertThat(HouseholdAlgebra.spenders(HOUSEHOLD, Spenders.EVERYBODY))
                .containsExactly("m-1", "m-2");
    }
}
