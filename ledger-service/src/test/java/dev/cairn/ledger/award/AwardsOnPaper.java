package dev.cairn.ledger.award;

import dev.cairn.contracts.RewardEvent.AwardSet;
import dev.cairn.ledger.account.Account;
import dev.cairn.ledger.currency.Currency;
import java.time.Instant;
import java.util.Optional;

/** Lets the conformance cases set awards without a database. */
public final class AwardsOnPaper {
    private AwardsOnPaper() {}

    /**
     * What became of a revision.
     *
     * @param register as it is now; empty when the revision was wrong
     */
    public record Settlement(Optional<Register> register) {}

    public static Settlement settle(
            Account account,
            Currency currency,
            Optional<Register> known,
            AwardSet award,
            Instant now) {
        if (AwardChecks.complaint(award).isPresent()) {
            return new Settlement(Optional.empty());
        }
        return switch (AwardAlgebra.settle(account, currency, CapUse.none(), known, award, now)) {
            case AwardAlgebra.Outcome.Settled settled ->
                    new Settlement(Optional.of(settled.register()));
            case AwardAlgebra.Outcome.Stale stale -> new Settlement(known);
            case AwardAlgebra.Outcome.Contradiction no -> new Settlement(Optional.empty());
        };
    }
}
