package dev.cairn.ledger.award;

import dev.cairn.contracts.RewardEvent.AwardSet;
import dev.cairn.ledger.account.Account;
import dev.cairn.ledger.currency.Currency;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Lets the conformance cases work on the awards of one account without a database. */
public final class AwardsOnPaper {
    private final Map<String, Register> registers = new HashMap<>();

    /** Whether the revision makes sense. */
    public boolean set(Account account, Currency currency, AwardSet award, Instant now) {
        if (AwardChecks.complaint(award).isPresent()) {
            return false;
        }
        var known = Optional.ofNullable(registers.get(award.awardId()));
        var use = use(account, currency, award);
        return switch (AwardAlgebra.settle(account, currency, use, known, award, now)) {
            case AwardAlgebra.Outcome.Settled settled -> {
                registers.put(award.awardId(), settled.register());
                yield true;
            }
            case AwardAlgebra.Outcome.Stale stale -> true;
            case AwardAlgebra.Outcome.Contradiction no -> false;
        };
    }

    private CapUse use(Account account, Currency currency, AwardSet award) {
        var paid = new HashMap<CapWindow, Long>();
        for (var window : CapWindow.of(account.id(), currency, award.occurredAt())) {
            var sum =
                    registers.values().stream()
                            .filter(register -> register.currency().equals(currency.id()))
                            .filter(register -> window.holds(register.occurredAt()))
                            .mapToLong(Register::paid)
                            .sum();
            paid.put(window, sum);
        }
        return new CapUse(paid);
    }

    /** Whether the action was waited for. */
    public boolean activate(
            Account account, Currency currency, String award, String action, Instant now) {
        return decided(
                WaitingAlgebra.activate(
                        account, currency, registers.get(award), Optional.ofNullable(action), now));
    }

    /** Whether the award could be cancelled. */
    public boolean cancel(Account account, Currency currency, String award, Instant now) {
        return decided(WaitingAlgebra.cancel(account, currency, registers.get(award), now));
    }

    private boolean decided(WaitingAlgebra.Outcome outcome) {
        return switch (outcome) {
            case WaitingAlgebra.Outcome.Done done -> {
                registers.put(done.register().awardId(), done.register());
                yield true;
            }
            case WaitingAlgebra.Outcome.NotPending no -> false;
            case WaitingAlgebra.Outcome.WaitsForOther no -> false;
        };
    }
}
