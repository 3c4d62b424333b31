package dev.cairn.segment.condition;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The answer to a condition for one member at one instant.
 *
 * @param nextChangeAt the first later instant at which the answer differs if nothing but time
 *     passes; empty if it never will
 */
public record Verdict(boolean met, List<LeafVerdict> leaves, Optional<Instant> nextChangeAt) {
    public Verdict {
        leaves = List.copyOf(leaves);
    }
}
