package dev.cairn.ledger.household;

import dev.cairn.ledger.household.HouseholdConfig.OnLeave;
import dev.cairn.ledger.household.HouseholdConfig.Spenders;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A household as its members see it.
 *
 * @param points what can be taken out, by currency
 * @param spenders who may: owner or everybody
 * @param onLeave what happens to the unspent points of who leaves: stays or returns-share
 */
@Schema(name = "Household")
public record HouseholdView(
        String id,
        String owner,
        List<Household.Member> members,
        int mostMembers,
        Map<String, Long> points,
        String spenders,
        String onLeave) {

    static String label(Spenders rule) {
        return rule.name().toLowerCase(Locale.ROOT);
    }

    static String label(OnLeave rule) {
        return rule.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
