package dev.cairn.ledger.approval;

import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.LedgerProblem;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Something that staff asked for: done at once, or left to a second person. */
public interface Asked {
    UUID id();

    Decision decision();

    /** Who asked, by the token. */
    String askedBy();

    Instant askedAt();

    /** Who else agreed or refused; null when nobody had to, or has yet. */
    String decidedBy();

    /** An id as it stands in a path; empty if nothing can have it. */
    static Optional<UUID> idFromPath(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether the caller decided so before; false means that the caller may do it now.
     *
     * @throws Problem if the caller asked for it, or it was decided otherwise or by somebody else
     */
    default boolean decidedBefore(Decision wanted, String callerId) {
        if (askedBy().equals(callerId)) {
            throw Problem.of(
                    LedgerProblem.SECOND_APPROVER_NEEDED, "Who asked for it cannot decide it.");
        }
        if (decision() == Decision.WAITING) {
            return false;
        }
        if (decision() == wanted && callerId.equals(decidedBy())) {
            return true;
        }
        throw decidedAlready();
    }

    /** The refusal of a decision that comes too late. */
    default Problem decidedAlready() {
        return Problem.of(LedgerProblem.ADJUSTMENT_DECIDED, "It was decided before.")
                .with("state", decision().label());
    }
}
