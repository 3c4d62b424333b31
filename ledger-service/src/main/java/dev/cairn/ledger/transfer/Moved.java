package dev.cairn.ledger.transfer;

import dev.cairn.ledger.account.LotAllocator.Take;
import dev.cairn.ledger.transfer.TransferAlgebra.Way;
import java.util.List;
import java.util.Optional;

/**
 * What the programme moved between two accounts and still has to write down.
 *
 * @param points from 1
 */
public record Moved(Way way, long points) {

    /** What these takes moved; empty when there were none. */
    public static Optional<Moved> of(Way way, List<Take> takes) {
        var points = takes.stream().mapToLong(Take::points).sum();
        return points == 0 ? Optional.empty() : Optional.of(new Moved(way, points));
    }
}
