package dev.cairn.ledger.household;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.event.Cause;
import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.LedgerProblem;
import dev.cairn.ledger.account.Accounts;
import dev.cairn.ledger.account.Accounts.Needs;
import dev.cairn.ledger.account.BusinessKey;
import dev.cairn.ledger.account.MemberAccountStore;
import dev.cairn.ledger.account.Withdrawal;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;

/** Founds households and lets members in, who need an invitation for it. */
@ApplicationScoped
class JoinHousehold {
    private final HouseholdStore households;
    private final Accounts accounts;
    private final MemberAccountStore memberAccounts;
    private final HouseholdConfig config;
    private final CairnClock clock;
    private final SecureRandom random = new SecureRandom();

    JoinHousehold(
            HouseholdStore households,
            Accounts accounts,
            MemberAccountStore memberAccounts,
            HouseholdConfig config,
            CairnClock clock) {
        this.households = households;
        this.accounts = accounts;
        this.memberAccounts = memberAccounts;
        this.config = config;
        this.clock = clock;
    }

    /** What became of a wish. */
    sealed interface Outcome {
        record In(Household household) implements Outcome {}

        record Refused(Problem why) implements Outcome {}
    }

    /** Founds a household that the member owns. */
    Outcome found(Tx tx, String memberId, BusinessKey key) {
        var now = clock.instant();
        if (closed(tx, memberId, now)) {
            return new Outcome.Refused(Withdrawal.closed());
        }
        var id = Household.idOf(key);
        if (!households.add(tx, id, memberId, now)) {
            return new Outcome.Refused(memberAlready());
        }
        households.found(tx, id, memberId, now);
        return in(tx, id);
    }

    /**
     * Makes an invitation; the owner may make many, each lets one member in.
     *
     * @throws Problem if the member owns no household
     */
    Invitation invite(Tx tx, String memberId) {
        var household = households.of(tx, memberId).orElseThrow(HouseholdAlgebra::unknown);
        if (!household.ownedBy(memberId)) {
            throw HouseholdAlgebra.onlyTheOwner();
        }
        var expiresAt = clock.instant().plus(config.invitationLasts());
        var invitation = Invitation.to(household.id(), random, expiresAt);
        households.invite(tx, Invitation.hash(invitation.token()), household.id(), expiresAt);
        return invitation;
    }

    /** Lets a member in. Locks its accounts, the invitation, then the household. */
    Outcome join(Tx tx, String memberId, String token) {
        var now = clock.instant();
        if (closed(tx, memberId, now)) {
            return new Outcome.Refused(Withdrawal.closed());
        }
        var hash = Invitation.hash(token);
        var household = households.invitedTo(tx, hash, now).flatMap(id -> households.lock(tx, id));
        if (household.isEmpty()) {
            return new Outcome.Refused(
                    Problem.of(
                            LedgerProblem.INVITATION_INVALID,
                            "The invitation was used, is too old or never existed."));
        }
        var found = household.get();
        if (found.members().size() >= config.mostMembers()) {
            return new Outcome.Refused(
                    Problem.of(LedgerProblem.HOUSEHOLD_FULL, "The household is full.")
                            .with("most", config.mostMembers()));
        }
        if (!households.add(tx, found.id(), memberId, now)) {
            return new Outcome.Refused(memberAlready());
        }
        households.use(tx, hash, now);
        return in(tx, found.id());
    }

    private Outcome in(Tx tx, String id) {
        return new Outcome.In(households.find(tx, id).orElseThrow());
    }

    /** Locks the member's accounts: who is being merged or erased does not slip in. */
    private boolean closed(Tx tx, String memberId, Instant now) {
        var ids = memberAccounts.of(tx, List.of(memberId));
        var opened = accounts.open(tx, ids, () -> Needs.NOTHING, now).values();
        accounts.save(tx, opened, posting -> Cause.none(), now);
        return opened.stream().anyMatch(account -> account.standing().closed());
    }

    private static Problem memberAlready() {
        return Problem.of(
                LedgerProblem.HOUSEHOLD_MEMBER_ALREADY,
                "The member belongs to a household already.");
    }
}
