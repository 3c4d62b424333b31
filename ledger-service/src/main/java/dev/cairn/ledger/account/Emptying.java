package dev.cairn.ledger.account;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Very many lots that were used up at once, said in few words: all that could be spent, but for
 * some.
 *
 * @param lots those that were used up
 * @param kept those that can still be spent
 */
record Emptying(AccountId account, List<Lot> lots, List<UUID> kept) {
    private static final int MANY = 100;
    private static final int FEW = 100;

    Emptying {
        lots = List.copyOf(lots);
        kept = List.copyOf(kept);
    }

    /** Names of those that were used up: to look for a lot itself takes long. */
    Set<UUID> lotIds() {
        return lots.stream().map(Lot::id).collect(toSet());
    }

    /** Empty when there are not so many, or when it would take as many words as to name them. */
    static Optional<Emptying> of(Account account) {
        if (!account.complete() || account.changedLots().size() < MANY) {
            return Optional.empty();
        }
        var emptied =
                account.changedLots().stream()
                        .filter(lot -> account.before(lot).filter(lot::usedUpSince).isPresent())
                        .toList();
        var kept = account.lots().stream().filter(Lot::spendable).map(Lot::id).toList();
        return emptied.size() < MANY || kept.size() > FEW
                ? Optional.empty()
                : Optional.of(new Emptying(account.id(), emptied, kept));
    }
}
