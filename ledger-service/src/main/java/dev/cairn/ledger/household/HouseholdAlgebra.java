package dev.cairn.ledger.household;

import dev.cairn.kit.problem.KitProblem;
import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.LedgerProblem;
import dev.cairn.ledger.account.Account;
import dev.cairn.ledger.account.Lot;
import dev.cairn.ledger.account.LotAllocator.Take;
import dev.cairn.ledger.household.HouseholdConfig.OnLeave;
import dev.cairn.ledger.household.HouseholdConfig.Spenders;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rules of a household. */
final class HouseholdAlgebra {
    private HouseholdAlgebra() {}

    /**
     * What somebody that leaves takes along: the last one everything, others what is left in the
     * lots that came from them, if the rule says so.
     *
     * @param given lots of the household's account that came from who leaves
     */
    static List<Take> share(Account pool, Collection<UUID> given, boolean last, OnLeave rule) {
        return pool.lots().stream()
                .filter(lot -> lot.free() > 0)
                .filter(
                        lot ->
                                switch (rule) {
                                    case STAYS -> last;
                                    case RETURNS_SHARE -> last || given.contains(lot.id());
                                })
                .sorted(Lot.SPENDING_ORDER)
                .map(lot -> new Take(lot, lot.free()))
                .toList();
    }

    /** Why this member may not take points out. */
    static Optional<Problem> spendingRefusal(
            Household household, String memberId, Spenders spenders) {
        if (!household.has(memberId)) {
            return Optional.of(unknown());
        }
        return switch (spenders) {
            case EVERYBODY -> Optional.empty();
            case OWNER ->
                    household.ownedBy(memberId) ? Optional.empty() : Optional.of(onlyTheOwner());
        };
    }

    /** Who may take points out, in the order in which they joined. */
    static List<String> spenders(Household household, Spenders rule) {
        return household.members().stream()
                .map(Household.Member::member)
                .filter(member -> spendingRefusal(household, member, rule).isEmpty())
                .toList();
    }

    /** Who goes on as owner when this member leaves; empty when nobody is left. */
    static Optional<String> ownerAfter(Household household, String leaver) {
        if (!household.ownedBy(leaver)) {
            return Optional.of(household.owner());
        }
        return household.members().stream()
                .map(Household.Member::member)
                .filter(member -> !member.equals(leaver))
                .findFirst();
    }

    static Problem unknown() {
        return Problem.of(
                LedgerProblem.HOUSEHOLD_UNKNOWN, "The member does not belong to a household.");
    }

    static Problem onlyTheOwner() {
        return Problem.of(KitProblem.FORBIDDEN, "Only the owner of the household may do this.");
    }
}
