package dev.cairn.ledger.household;

import dev.cairn.kit.db.Tx;
import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.account.BusinessKey;
import dev.cairn.ledger.currency.Currency;
import dev.cairn.ledger.transfer.Gift;
import dev.cairn.ledger.transfer.GivePoints;
import dev.cairn.ledger.transfer.GivePoints.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Function;

/** Members give points to their household and take points out of it. */
@ApplicationScoped
class PoolPoints {
    private final HouseholdStore households;
    private final GivePoints givePoints;
    private final HouseholdConfig config;

    PoolPoints(HouseholdStore households, GivePoints givePoints, HouseholdConfig config) {
        this.households = households;
        this.givePoints = givePoints;
        this.config = config;
    }

    /** A member gives; the currency has to allow gifts. */
    Outcome donate(Tx tx, String memberId, long points, Currency currency, BusinessKey key) {
        return pool(
                tx,
                memberId,
                currency,
                key,
                household -> gift(key, memberId, household.id(), currency, points, true),
                household ->
                        household.has(memberId)
                                ? Optional.empty()
                                : Optional.of(HouseholdAlgebra.unknown()));
    }

    /** A member takes, if the rule lets it. */
    Outcome withdraw(Tx tx, String memberId, long points, Currency currency, BusinessKey key) {
        return pool(
                tx,
                memberId,
                currency,
                key,
                household -> gift(key, household.id(), memberId, currency, points, false),
                household ->
                        HouseholdAlgebra.spendingRefusal(household, memberId, config.spenders()));
    }

    private Outcome pool(
            Tx tx,
            String memberId,
            Currency currency,
            BusinessKey key,
            Function<Household, Gift> gift,
            Function<Household, Optional<Problem>> objection) {
        var found = households.of(tx, memberId);
        if (found.isEmpty()) {
            return new Outcome.Refused(HouseholdAlgebra.unknown());
        }
        var id = found.get().id();
        return givePoints.give(
                tx,
                gift.apply(found.get()),
                key,
                currency,
                () ->
                        households
                                .find(tx, id)
                                .map(objection)
                                .orElseGet(() -> Optional.of(HouseholdAlgebra.unknown())));
    }

    private static Gift gift(
            BusinessKey key,
            String from,
            String to,
            Currency currency,
            long points,
            boolean donation) {
        return new Gift(
                key.id(),
                donation ? Gift.Kind.DONATION : Gift.Kind.WITHDRAWAL,
                from,
                to,
                currency.id(),
                points,
                null,
                null);
    }
}
